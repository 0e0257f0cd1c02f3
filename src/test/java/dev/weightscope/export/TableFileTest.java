package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.MadeRows;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Table;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Spread;
import dev.weightscope.phase.GridAxis;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.phase.PhaseQuantity;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.signal.Draw;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a table before it is written is true of the file.
class TableFileTest {
    @TempDir private Path folder;

    /// Theory says nothing of weights of one sign, and other bins have other columns.
    @Test
    void sizeAndHeadAreThoseOfTheFileWhereTablesHaveOtherColumns() throws IOException {
        List<TableFile> files =
                TableFile.of(
                        "layers",
                        List.of(
                                solve("--depth 4 --width 8 --samples 5 --bins 3", 1),
                                solve("--depth 4 --width 8 --samples 5 --bins 4", 3),
                                solve(
                                        "--depth 4 --width 8 --samples 5 --bins 3"
                                                + " --initializer constant",
                                        1)));
        List<String> sizes = new ArrayList<>();
        for (TableFile each : files) {
            Path file = folder.resolve(each.name() + ".csv");
            each.write(file);
            List<String> lines = Files.readAllLines(file);
            List<NamedCsvRecord> records =
                    CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
            assertEquals(
                    "%d rows × %d columns"
                            .formatted(records.size(), records.getFirst().getFieldCount()),
                    each.sizeText());
            for (int rows : new int[] {0, 3, 6, 1000}) {
                assertEquals(
                        lines.subList(0, Math.min(lines.size(), rows + 1)),
                        each.head(rows).lines().toList(),
                        each.name() + ", " + rows);
            }
            sizes.add(each.name() + ": " + records.size());
        }
        assertEquals(List.of("layers: 12", "curves: 135"), sizes);
    }

    /// Fifty draws of a thousand layers have 300 150 of them.
    @Test
    void pointsAreMadeOneByOneInTheOrderOfTheFile() {
        Answered<SignalSettings, SignalAnswer> answered =
                solve("--depth 3 --width 8 --samples 5", 2);
        SequencedMap<String, Table<?>> more = answered.lab().moreTables(answered.answer());
        assertEquals(List.of("curves"), List.copyOf(more.keySet()));
        assertInstanceOf(MadeRows.class, more.firstEntry().getValue().rows());
        List<Draw> draws = answered.answer().draws().done();
        List<String> expected = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Spread spread : Spread.values()) {
                for (int draw = 0; draw < 2; draw++) {
                    boolean isForward = direction == Direction.FORWARD;
                    if (isForward) {
                        expected.add(
                                line(
                                        direction,
                                        spread,
                                        0,
                                        draw,
                                        draws.get(draw).input().of(spread)));
                    }
                    for (int layer = 1; layer <= 3; layer++) {
                        Draw of = draws.get(draw);
                        expected.add(
                                line(
                                        direction,
                                        spread,
                                        layer,
                                        draw,
                                        (isForward ? of.activations() : of.gradients())
                                                .get(layer - 1)
                                                .of(spread)));
                    }
                }
            }
        }
        List<String> lines =
                TableFile.of("layers", List.of(answered)).getLast().head(1000).lines().toList();
        assertEquals(
                expected,
                lines.stream()
                        .skip(1)
                        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 5)))
                        .toList());
        assertEquals(42, expected.size());
    }

    private static String line(
            Direction direction, Spread spread, int layer, int draw, double value) {
        return "%s,%s,%d,%d,%s".formatted(direction.key(), spread.key(), layer, draw + 1, value);
    }

    /// The map is of the activation with the slope that it reads, and 6 cells; the depth scales are
    /// of a setting.
    @Test
    void rowsThatSettingsShareAreWrittenOnce() {
        PhaseSettings settings =
                new PhaseSettings(
                        PhaseQuantity.CHI, new GridAxis(0.5, 4, 3), new GridAxis(0, 0.1, 2));
        List<TableFile> files =
                TableFile.of(
                        "phase",
                        Stream.of(
                                        "--gain 1",
                                        "--gain 2",
                                        "--activation leaky-relu --slope 0.1",
                                        "--activation leaky-relu --slope 0.2",
                                        "--activation erf",
                                        "--gain 3")
                                .map(each -> phase(each, settings))
                                .toList());
        List<List<String>> experiments =
                files.stream()
                        .map(file ->
                                CsvReader.builder().ofNamedCsvRecord(file.text()).stream()
                                        .map(each -> each.getField("experiment"))
                                        .distinct()
                                        .toList())
                        .toList();
        assertEquals(
                List.of("phase", "critical-line", "depth-scales"),
                files.stream().map(TableFile::name).toList());
        assertEquals(List.of(4, 4, 6), experiments.stream().map(List::size).toList());
        assertEquals("24 rows × 4 columns", files.getFirst().sizeText());
        assertTrue(experiments.getFirst().getFirst().contains("--gain 1 "));
        assertTrue(experiments.getFirst().getLast().contains("--activation erf "));
    }

    private static Answered<PhaseSettings, PhaseAnswer> phase(
            String experiment, PhaseSettings settings) {
        PhaseLab lab = new PhaseLab();
        Question<PhaseSettings> question =
                new Question<>(ExperimentText.parse(experiment), settings);
        try (Kernel kernel = Kernels.scalar(1)) {
            return new Answered<>(
                    lab,
                    question,
                    lab.solver(kernel, MemoryBudget.ofHeap())
                            .solve(question, Cancellation.NEVER, ProgressListener.none()));
        }
    }

    private static Answered<SignalSettings, SignalAnswer> solve(String experiment, int draws) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return SignalLab.answered(
                    new SignalLab()
                            .solver(kernel, MemoryBudget.ofHeap())
                            .solve(
                                    new Question<>(
                                            ExperimentText.parse(experiment),
                                            new SignalSettings(true, true, draws)),
                                    Cancellation.NEVER,
                                    ProgressListener.none()));
        }
    }
}
