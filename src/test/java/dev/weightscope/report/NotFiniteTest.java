package dev.weightscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A matrix with one NaN and one infinity.
class NotFiniteTest {
    private static final int OUT = 64;
    private static final int IN = 10;

    @TempDir Path folder;

    @Test
    void whatHasNoNumberIsNamed() throws IOException {
        try (WeightFile file = WeightFile.open(matrix());
                Kernel kernel = Kernels.scalar(1)) {
            TensorReport report =
                    new TensorReports(kernel, Cancellation.NEVER)
                            .of(file, Layouts.GUESSED, _ -> {})
                            .getFirst();
            assertEquals("unknown", report.match().orElseThrow().law());
            assertEquals("not finite", Likeness.line(report.match().orElseThrow()));
            assertEquals(
                    new FileVerdict(
                            FileVerdict.Outcome.NOT_FINITE,
                            "Values that are infinite or NaN: fc.weight."),
                    FileVerdict.of(List.of(report)));
            assertFalse(Spectrum.isOf(report));
            assertEquals(
                    Optional.of("no singular values, as some of its values are not finite"),
                    Spectrum.whyNotFound(report));
            DetailCharts charts =
                    new DetailCharts(
                            TensorDetail.of(report, Optional.empty(), Cancellation.NEVER),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "");
            assertEquals(List.of("2 inputs not finite"), charts.inputs().orElseThrow().remarks());
            assertEquals(List.of("2 outputs not finite"), charts.outputs().orElseThrow().remarks());
        }
    }

    private Path matrix() throws IOException {
        float[] values = new float[OUT * IN];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        values[3 * IN + 4] = Float.NaN;
        values[5 * IN + 6] = Float.POSITIVE_INFINITY;
        byte[] header =
                "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}"
                        .formatted(OUT, IN, values.length * Float.BYTES)
                        .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + header.length + values.length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return Files.write(folder.resolve("broken.safetensors"), bytes.array());
    }
}
