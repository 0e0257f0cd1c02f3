package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.theory.LayerTheory.Band;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The band of finite width against its closed forms, and against draws.
class BandTest {
    /// Hanin & Nica 2018: the variance of ln A grows by 5/n a layer of ReLU under He, and by 2/n of
    /// a linear network, for one input; here the input's own 2/n is added.
    @Test
    void ofOneInputItIsTheKnownOne() {
        for (int n : new int[] {50, 100, 1000}) {
            List<LayerTheory> relu = theory("relu", 2, n, 20, 1);
            List<LayerTheory> linear = theory("linear", 1, n, 20, 1);
            for (int l = 1; l <= 20; l++) {
                assertEquals((5.0 * l + 2) / n, logVariance(relu.get(l - 1).band()), 1e-12);
                assertEquals((2.0 * l + 2) / n, logVariance(linear.get(l - 1).band()), 1e-12);
            }
        }
    }

    /// Std of ln A by layers 1, 2, 3, 4, 6, 8, 10, 12 from an independent evaluation of the same
    /// recursion by sums over 60 x 60 nodes, and of ReLU, layer 20, from 200 draws.
    @ParameterizedTest
    @CsvSource({
        "tanh, 1, .016 .025 .035 .045 .067 .088 .110 .131",
        "tanh, 2, .013 .018 .023 .027 .033 .038 .041 .044",
        "gelu, 2, .043 .126 .208"
    })
    void ofABatchItIsTheTables(String activation, double weightVariance, String stds) {
        List<LayerTheory> theory = theory(activation, weightVariance, 64, 12, 100);
        int[] layers = {1, 2, 3, 4, 6, 8, 10, 12};
        double[] expected =
                Arrays.stream(stds.split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (int i = 0; i < expected.length; i++) {
            double mine = Math.sqrt(logVariance(theory.get(layers[i] - 1).band()));
            assertEquals(expected[i], mine, 6e-4 + 5e-3 * expected[i]);
        }
        double relu = Math.sqrt(logVariance(theory("relu", 2, 100, 20, 200).getLast().band()));
        assertEquals(.786, relu, .003);
    }

    /// Std of ln A over 150 draws of a signal that vanishes, of GELU at σ_w² = 2: where it is wide
    /// it is no longer that of small deviations, which would say 1.50 at layer 12.
    @Test
    void whereDrawsStrayFarTheCurveOfTheVarianceMapCounts() {
        List<LayerTheory> theory = theory("gelu", 2, 64, 12, 100);
        int[] layers = {4, 6, 8, 10, 12};
        double[] drawn = {.327, .508, .719, 1.02, 1.25};
        for (int i = 0; i < layers.length; i++) {
            double mine = Math.sqrt(logVariance(theory.get(layers[i] - 1).band()));
            assertEquals(drawn[i], mine, 0.13 * drawn[i]);
        }
    }

    @Test
    void aVanishedOrExplodedSignalHasNone() {
        List<LayerTheory> zero = theory("tanh", 0, 64, 3, 10);
        assertTrue(Double.isNaN(zero.getLast().band().low()));
        List<LayerTheory> huge = theory("linear", 1e60, 64, 10, 10);
        assertTrue(Double.isNaN(huge.getLast().band().high()));
        assertTrue(huge.getLast().activationRms() > 1e200);
    }

    @ParameterizedTest
    @CsvSource({"tanh, 1", "tanh, 2", "relu, 2", "gelu, 2"})
    void ninetyPercentOfDrawsLieInIt(String activation, double weightVariance) {
        assertHolds(activation, weightVariance, new int[] {64}, 10, 24, 80);
    }

    /// Minutes: with `-Dfuzz.factor=10` or more.
    @ParameterizedTest
    @CsvSource({"tanh, 1", "tanh, 2", "relu, 2", "gelu, 2"})
    @EnabledIfSystemProperty(named = "fuzz.factor", matches = "\\d{2,}")
    void ninetyPercentOfManyDrawsLieInIt(String activation, double weightVariance) {
        assertHolds(activation, weightVariance, new int[] {64, 128, 300}, 20, 100, 200);
    }

    private static void assertHolds(
            String activation,
            double weightVariance,
            int[] widths,
            int depth,
            int samples,
            int draws) {
        Activation phi = MeanFieldTable.moments(activation).activation();
        int inside = 0;
        int drawn = 0;
        for (int width : widths) {
            List<LayerTheory> theory = theory(activation, weightVariance, width, depth, samples);
            double[][] rms = new double[depth][draws];
            for (int seed = 0; seed < draws; seed++) {
                double[] run = run(phi, weightVariance, width, depth, samples, seed);
                for (int l = 0; l < depth; l++) {
                    rms[l][seed] = run[l];
                }
            }
            for (int l = 0; l < depth; l++) {
                Band band = theory.get(l).band();
                Arrays.sort(rms[l]);
                inside +=
                        (int)
                                Arrays.stream(rms[l])
                                        .filter(each -> band.low() <= each && each <= band.high())
                                        .count();
                drawn += draws;
                double middle =
                        Math.log(rms[l][(int) (0.975 * draws) - 1] / rms[l][(int) (0.025 * draws)]);
                double width95 = Math.log(band.high() / band.low());
                int layer = l + 1;
                assertTrue(
                        width95 <= 1.5 * middle,
                        () ->
                                "%s %d, layer %d: %s wide, draws %s"
                                        .formatted(activation, width, layer, width95, middle));
            }
        }
        double share = (double) inside / drawn;
        assertTrue(share >= 0.9, () -> activation + ": only " + share + " inside");
        assertEquals(widths.length * depth * draws, drawn);
    }

    /// The RMS of the activations of every layer of one draw, of weights, inputs and all.
    private static double[] run(
            Activation phi, double weightVariance, int width, int depth, int samples, int seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] a = new float[samples * width];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextGaussian();
        }
        float std = (float) Math.sqrt(weightVariance / width);
        double[] rms = new double[depth];
        float[] w = new float[width * width];
        for (int l = 0; l < depth; l++) {
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (std * random.nextGaussian());
            }
            float[] z = new float[a.length];
            for (int s = 0; s < samples; s++) {
                for (int i = 0; i < width; i++) {
                    float value = a[s * width + i];
                    for (int j = 0; j < width; j++) {
                        z[s * width + j] += value * w[i * width + j];
                    }
                }
            }
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                z[i] = (float) phi.value(z[i]);
                sum += (double) z[i] * z[i];
            }
            rms[l] = Math.sqrt(sum / z.length);
            a = z;
        }
        return rms;
    }

    private static double logVariance(Band band) {
        double std = Math.log(band.high() / band.low()) / 1.959963984540054;
        return std * std;
    }

    private static List<LayerTheory> theory(
            String activation, double weightVariance, int width, int depth, int samples) {
        return SignalTheory.of(
                MeanFieldTable.moments(activation),
                new InputStatistics(1, 0, 1.0 / width, 2.0 / ((double) width * samples)),
                samples,
                Collections.nCopies(depth, new LayerVariances(width, width, weightVariance, 0)),
                Wiring.PLAIN);
    }
}
