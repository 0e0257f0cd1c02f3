package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Histogram;
import dev.weightscope.model.Law;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LawDensityTest {
    /// By the middle of each of many equal parts.
    @Test
    void itsIntegralIsOneAndItsSecondMomentTheVariance() {
        int checked = 0;
        for (Law law :
                List.of(
                        new Law.Normal(0.3),
                        new Law.Uniform(0.7),
                        new Law.TruncatedNormal(0.5, 2))) {
            DoubleUnaryOperator density = LawDensity.of(law).orElseThrow();
            double total = 0;
            double squares = 0;
            int parts = 60_000;
            double width = 6.0 / parts;
            for (int i = 0; i < parts; i++) {
                double x = -3 + (i + 0.5) * width;
                total += density.applyAsDouble(x) * width;
                squares += x * x * density.applyAsDouble(x) * width;
            }
            assertEquals(1, total, 1e-4, law.text());
            assertEquals(law.variance(1, 1), squares, 1e-4, law.text());
            checked++;
        }
        assertEquals(3, checked);
        assertEquals(Optional.empty(), LawDensity.of(new Law.Constant(0)));
        assertEquals(Optional.empty(), LawDensity.of(new Law.Normal(0)));
    }

    @Test
    void everyValueIsCountedOnce() {
        double[] values = {-1, -0.5, 0, 0.999, 1, 1.5, -2, Double.NaN, Double.POSITIVE_INFINITY};
        assertEquals(
                new Histogram(-1, 1, new long[] {1, 1, 1, 2}, 1, 1, 2),
                ValueHistogram.of(TensorValues.of(values), -1, 1, 4));
        assertThrows(
                IllegalArgumentException.class,
                () -> ValueHistogram.of(TensorValues.of(values), 1, 1, 4));
    }
}
