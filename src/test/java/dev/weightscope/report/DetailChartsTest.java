package dev.weightscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.chart.tensor.Bars;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Refusal;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the file that comes along, of which is known what was drawn and what was trained.
class DetailChartsTest {
    private static final Kernel KERNEL = Kernels.scalar(2);
    private static final WeightFile FILE = WeightFile.open(WeightFile.EXAMPLE);
    private static final Map<String, TensorReport> REPORTS = new LinkedHashMap<>();

    @BeforeAll
    static void read() {
        new TensorReports(KERNEL, Cancellation.NEVER)
                .of(FILE, Layouts.GUESSED, _ -> {})
                .forEach(each -> REPORTS.put(each.tensor().name(), each));
    }

    @AfterAll
    static void close() {
        FILE.close();
        KERNEL.close();
    }

    private static TensorReport report(String name) {
        return Objects.requireNonNull(REPORTS.get(name), name);
    }

    private static String likeness(String name) {
        return Likeness.headline(report(name).match().orElseThrow());
    }

    private static DetailCharts charts(String name) {
        TensorReport report = report(name);
        Optional<TensorDetail.Bins> bins = report.survey().flatMap(TensorDetail.Bins::of);
        return new DetailCharts(
                TensorDetail.of(report, bins, Cancellation.NEVER),
                Spectrum.of(report, Cancellation.NEVER),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void eachTensorLooksLikeWhatItIs() {
        assertEquals(12, REPORTS.size());
        assertEquals("trained", likeness("fc1.weight"));
        assertEquals("trained", likeness("head.weight"));
        assertTrue(likeness("fc3.weight").startsWith("He normal"), likeness("fc3.weight"));
        assertTrue(likeness("embed.weight").contains("GPT-2"), likeness("embed.weight"));
        assertTrue(likeness("fc2.weight").contains("gain 5/3"), likeness("fc2.weight"));
        assertEquals(new DataColour.Caution(), DetailCharts.colour(report("fc1.weight")));
        assertEquals(new DataColour.OfSetting(0), DetailCharts.colour(report("fc3.weight")));
    }

    /// The area of the bars is 1, and so is that of the law's curve.
    @Test
    void valuesLieUnderTheDensityOfTheirLaw() {
        BarChart chart = charts("fc3.weight").values().orElseThrow();
        Bars bars = chart.bars().getFirst();
        double width = bars.edge(1) - bars.edge(0);
        double area = 0;
        double difference = 0;
        BarChart.Line curve = chart.curves().getFirst();
        for (int bar = 0; bar < bars.size(); bar++) {
            area += bars.height(bar) * width;
            double middle = (bars.edge(bar) + bars.edge(bar + 1)) / 2;
            int nearest =
                    (int)
                            Math.round(
                                    (middle - curve.xs().getFirst())
                                            / (curve.xs().get(1) - curve.xs().get(0)));
            difference += Math.abs(bars.height(bar) - curve.ys().get(nearest)) * width;
        }
        assertEquals(1, area, 1e-3);
        assertEquals(0, difference, 0.05);
        assertEquals("He normal", curve.name());
        assertEquals(
                List.of("PyTorch default", "He normal"),
                charts("fc1.weight").values().orElseThrow().curves().stream()
                        .map(BarChart.Line::name)
                        .toList());
    }

    @Test
    void singularValuesAreThoseOfAMatrixAlone() {
        List<String> trained = charts("fc1.weight").singularValues().orElseThrow().remarks();
        assertEquals("largest 9.43", trained.get(0));
        assertTrue(trained.get(2).endsWith(" beyond the edge"), trained.toString());
        assertEquals(
                List.of("largest 1", "smallest 1"),
                charts("rnn.weight_hh").singularValues().orElseThrow().remarks());
        assertTrue(charts("fc1.bias").singularValues().isEmpty());
        assertTrue(charts("fc2.bias").singularValues().isEmpty(), "all are 0");
        assertTrue(charts("fc2.bias").values().isPresent());
    }

    @Test
    void aFileComesToAVerdict() {
        FileVerdict all = FileVerdict.of(List.copyOf(REPORTS.values()));
        assertEquals(FileVerdict.Outcome.MIXED, all.outcome());
        assertEquals(
                "5 of 7 weights look untouched: Xavier uniform, gain 5/3, He normal, Normal 0.02,"
                        + " cut at 2σ (BERT). fc1.weight, head.weight fit no law: trained.",
                all.text());
        assertEquals(
                new FileVerdict(
                        FileVerdict.Outcome.UNTOUCHED, "1 of 1 weight looks untouched: He normal."),
                FileVerdict.of(List.of(report("fc3.weight"))));
        assertEquals(
                new FileVerdict(FileVerdict.Outcome.TRAINED, "fc1.weight fits no law: trained."),
                FileVerdict.of(List.of(report("fc1.weight"))));
        assertEquals(
                new FileVerdict(
                        FileVerdict.Outcome.UNKNOWN,
                        "No tensor has enough numbers to tell a law by."),
                FileVerdict.of(List.of(report("head.bias"))));
    }

    /// One that has the same tensors, and the same size, too.
    @Test
    void aFileThatHasChangedIsNotReadAgain(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("plain.npy");
        Files.copy(Path.of("src/test/resources/weights/plain.npy"), path);
        FileReport read;
        TensorReport report;
        try (WeightFile file = WeightFile.open(path)) {
            report =
                    new TensorReports(KERNEL, Cancellation.NEVER)
                            .of(file, Layouts.GUESSED, _ -> {})
                            .getFirst();
            read =
                    new FileReport(
                            path.toString(),
                            file.format(),
                            file.metadata(),
                            file.size(),
                            file.modified(),
                            List.of(report));
            assertEquals(
                    report.tensor().name(), FileReading.again(read, report, file).tensor().name());
            assertThrows(Refusal.class, () -> FileReading.again(read, report("fc1.weight"), file));
        }
        Files.setLastModifiedTime(path, FileTime.fromMillis(0));
        try (WeightFile other = WeightFile.open(path)) {
            assertEquals(
                    path + " has changed since it was read; open it again",
                    assertThrows(Refusal.class, () -> FileReading.again(read, report, other))
                            .getMessage());
        }
    }

    /// 784 inputs and 256 outputs; the pixels that are always 0 kept PyTorch's std.
    @Test
    void inputsThatNeverMovedKeepTheirStd() {
        BarChart inputs = charts("fc1.weight").inputs().orElseThrow();
        Bars bars = inputs.bars().getFirst();
        assertEquals(784, bars.size());
        assertEquals(256, charts("fc1.weight").outputs().orElseThrow().bars().getFirst().size());
        double untouched = inputs.curves().getFirst().ys().getFirst();
        assertEquals(1 / Math.sqrt(3 * 784.0), untouched, 1e-12);
        int still = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            still += Math.abs(bars.height(bar) / untouched - 1) < 0.15 ? 1 : 0;
        }
        assertTrue(still >= 164, still + " inputs");
    }
}
