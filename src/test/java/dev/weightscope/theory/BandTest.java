package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.theory.LayerTheory.Band;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The band of finite width against its closed forms.
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
            // The table's recursion takes all samples of a batch to be of one size.
            assertEquals(expected[i], mine, 6e-4 + 2e-2 * expected[i]);
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
        List<LayerTheory> zero =
                Nets.curves(Experiment.DEFAULT.withGain(0).withDepth(3).withSamples(10));
        assertTrue(Double.isNaN(zero.getLast().band().low()));
        List<LayerTheory> huge =
                Nets.curves(Nets.of("linear", 1e12, 0, 64, 10).withGain(1e6).withSamples(10));
        assertTrue(Double.isNaN(huge.getLast().band().high()));
        assertTrue(huge.getLast().activationRms() > 1e100);
    }

    private static double logVariance(Band band) {
        double std = Math.log(band.high() / band.low()) / 1.959963984540054;
        return std * std;
    }

    private static List<LayerTheory> theory(
            String activation, double weightVariance, int width, int depth, int samples) {
        return Nets.curves(
                Nets.of(activation, weightVariance, 0, width, depth).withSamples(samples));
    }
}
