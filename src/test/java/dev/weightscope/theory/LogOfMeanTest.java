package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogOfMeanTest {
    private static final int TRIES = 20_000;

    @Test
    void ofOneSampleItIsNormal() {
        LogOfMean one = new LogOfMean(1);
        assertEquals(0, one.mean(3));
        assertEquals(3, one.variance(3));
    }

    /// Fenton 1960: the sum has the mean and the variance of a log-normal variable.
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1000})
    void whileTheyStrayLittleItIsThatOfALogNormalMean(int samples) {
        LogOfMean batch = new LogOfMean(samples);
        assertEquals(0, batch.variance(0));
        for (double variance : new double[] {1e-4, 0.01, 0.05}) {
            double fenton = Spread.ofMean(variance, samples);
            assertEquals(fenton, batch.variance(variance), 0.02 * fenton);
            assertEquals((variance - fenton) / 2, batch.mean(variance), 1e-3 * variance);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 4, 20, 60})
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
        LogOfMean batch = new LogOfMean(samples);
        assertEquals(mean, batch.mean(variance), 5 * Math.sqrt(drawn / TRIES));
        assertEquals(drawn, batch.variance(variance), 0.05 * drawn);
    }
}
