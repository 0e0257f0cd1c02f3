package dev.weightscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.inspect.TensorValues;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Step;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorReportsTest {
    /// More than are read together, and no whole number of chunks.
    private static final int COUNT = 70 * TensorSurvey.CHUNK + 5;

    @TempDir Path folder;

    @Test
    void theNumbersAreThoseOfAllValuesHoweverManyThreadsRead() throws IOException {
        float[] values = new float[COUNT];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) random.nextGaussian();
        }
        values[COUNT - 1] = Float.NaN;
        TensorSurvey expected = TensorSurvey.of(TensorValues.of(values));
        Path file = write(values);
        for (int threads = 1; threads <= 3; threads++) {
            List<Step> steps = new ArrayList<>();
            TensorSurvey found =
                    reports(file, threads, Cancellation.NEVER, steps)
                            .getFirst()
                            .survey()
                            .orElseThrow();
            assertEquals(expected.std(), found.std());
            assertEquals(expected.kurtosis(), found.kurtosis());
            assertEquals(expected.histogram(), found.histogram());
            assertEquals(1, found.nan());
            assertEquals(
                    List.of(new Step("tensor", 1, 1), new Step("laws of tensor", 1, 1)), steps);
        }
    }

    /// Rounding to 127 steps of the largest of each 32 hides no law.
    @Test
    void theLawOfQuantizedNumbersIsFound() throws IOException {
        int units = 64;
        int inputs = 256;
        byte[] head =
                "GGUF\3\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\0\0\0\0\0\0\0q.weight\2\0\0\0"
                        .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes =
                ByteBuffer.allocate(96 + units * inputs / 32 * 34).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(head).putLong(inputs).putLong(units).putInt(8).putLong(0).position(96);
        SplittableRandom random = new SplittableRandom(5);
        for (int block = 0; block < units * inputs / 32; block++) {
            double[] numbers = random.doubles(32).map(_ -> random.nextGaussian()).toArray();
            double scale = Arrays.stream(numbers).map(Math::abs).max().orElseThrow() / 127;
            double std = Math.sqrt(2.0 / inputs);
            bytes.putShort(Float.floatToFloat16((float) (scale * std)));
            for (double number : numbers) {
                bytes.put((byte) Math.rint(number / scale));
            }
        }
        Path file = Files.write(folder.resolve("w"), bytes.array());
        LawMatch match =
                reports(file, 1, Cancellation.NEVER, new ArrayList<>())
                        .getFirst()
                        .match()
                        .orElseThrow();
        assertEquals("he-normal", match.law());
    }

    /// Whoever waits for a large file sees numbers before laws.
    @Test
    void whatIsCountedIsToldBeforeLawsAreLookedFor() throws IOException {
        Path path = write(new float[100]);
        List<String> told = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1);
                WeightFile file = WeightFile.open(path)) {
            new TensorReports(kernel, Cancellation.NEVER)
                    .of(
                            file,
                            Layouts.GUESSED,
                            new TensorReports.Progress() {
                                @Override
                                public void step(Step step) {
                                    told.add(step.label());
                                }

                                @Override
                                public void found(List<TensorReport> first) {
                                    TensorReport report = first.getFirst();
                                    told.add(
                                            report.survey().orElseThrow().zeros()
                                                    + report.match().map(LawMatch::law).orElse(""));
                                }
                            });
        }
        assertEquals(List.of("tensor 1 of 1", "100", "laws of tensor 1 of 1", "100zeros"), told);
    }

    @Test
    void whatIsCancelledEnds() throws IOException {
        Path file = write(new float[COUNT]);
        assertThrows(
                CancelledException.class, () -> reports(file, 2, () -> true, new ArrayList<>()));
    }

    private static List<TensorReport> reports(
            Path path, int threads, Cancellation cancellation, List<Step> steps) {
        try (Kernel kernel = Kernels.scalar(threads);
                WeightFile file = WeightFile.open(path)) {
            return new TensorReports(kernel, cancellation).of(file, Layouts.GUESSED, steps::add);
        }
    }

    private Path write(float[] values) throws IOException {
        byte[] header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[%1$d],\"data_offsets\":[0,%2$d]}}"
                        .formatted(values.length, 4L * values.length)
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + 4 * values.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        bytes.asFloatBuffer().put(values);
        return Files.write(folder.resolve("w"), bytes.array());
    }
}
