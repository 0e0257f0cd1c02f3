package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogOfMeanTest {
    private static final int TRIES = 20_000;

    @Test
    void ofOneSampleItIsNormal() {
        LogOfMean one = new LogOfMean(1, () -> {});
        assertEquals(0, one.mean(3));
        assertEquals(3, one.variance(3));
    }

    /// Fenton 1960: the sum has the mean and the variance of a log-normal variable.
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1000})
    void whileTheyStrayLittleItIsThatOfALogNormalMean(int samples) {
        LogOfMean batch = new LogOfMean(samples, () -> {});
        assertEquals(0, batch.variance(0));
        for (double variance : new double[] {1e-4, 0.01, 0.05}) {
            double fenton = Spread.ofMean(variance, samples);
            assertEquals(fenton, batch.variance(variance), 0.02 * fenton);
            assertEquals((variance - fenton) / 2, batch.mean(variance), 1e-3 * variance);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 4, 20, 60, 2500})
    void howeverFarTheyStrayItIsThatOfDraws(double variance) {
        int samples = 30;
        Random random = new Random(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < TRIES; i++) {
            double mean = 0;
            for (int j = 0; j < samples; j++) {
                mean += Math.exp(Math.sqrt(variance) * random.nextGaussian()) / samples;
            }
            sum += Math.log(mean);
            squares += Math.log(mean) * Math.log(mean);
        }
        double mean = sum / TRIES;
        double drawn = squares / TRIES - mean * mean;
        LogOfMean batch = new LogOfMean(samples, () -> {});
        assertEquals(mean, batch.mean(variance), 5 * Math.sqrt(drawn / TRIES));
        assertEquals(drawn, batch.variance(variance), 0.05 * drawn);
    }

    /// The largest of 2 standard normal variables has mean 1/√π and variance 1 − 1/π, of 3 mean
    /// 3/(2√π) and variance 1 − (9 − 2√3)/(4π).
    @Test
    void withoutEndItIsThatOfTheLargest() {
        record Case(int samples, double mean, double variance) {}
        List<Case> cases =
                List.of(
                        new Case(2, 1 / Math.sqrt(Math.PI), 1 - 1 / Math.PI),
                        new Case(
                                3,
                                1.5 / Math.sqrt(Math.PI),
                                1 - (9 - 2 * Math.sqrt(3)) / (4 * Math.PI)));
        for (Case each : cases) {
            LogOfMean batch = new LogOfMean(each.samples, () -> {});
            for (double s : new double[] {33, 590, 1e6, 1e30}) {
                double mean = each.mean * s - Math.log(each.samples);
                assertEquals(mean, batch.mean(s * s), 0.05 + 1e-4 * mean, each::toString);
                double variance = each.variance * s * s;
                assertEquals(variance, batch.variance(s * s), 3 + 1e-3 * variance, each::toString);
            }
            assertEquals(Double.POSITIVE_INFINITY, batch.variance(Double.POSITIVE_INFINITY));
        }
        assertEquals(2, cases.size());
    }

    @Test
    void whereTheQuadratureEndsNothingJumps() {
        LogOfMean batch = new LogOfMean(1000, () -> {});
        double end = 32 * 32;
        assertEquals(batch.mean(end), batch.mean(Math.nextUp(end)), 1e-9);
        assertEquals(batch.variance(end), batch.variance(Math.nextUp(end)), 1e-9);
    }

    @Test
    void onlyWhatIsAskedForIsComputedAndEachPieceMayBeTheLast() {
        record Case(double variance, int pieces) {}
        List<Case> cases =
                List.of(
                        new Case(0, 1),
                        new Case(100.5, 2),
                        new Case(3.5e5, 2),
                        new Case(Double.MAX_VALUE, 2));
        for (Case each : cases) {
            AtomicInteger pieces = new AtomicInteger();
            LogOfMean batch = new LogOfMean(1000, pieces::incrementAndGet);
            batch.mean(each.variance);
            batch.variance(each.variance);
            assertEquals(each.pieces, pieces.get(), each::toString);
        }
        assertEquals(4, cases.size());
    }
}
