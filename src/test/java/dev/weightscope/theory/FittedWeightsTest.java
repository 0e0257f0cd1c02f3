package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The curves of weights that are divided by what is measured, against a run of them.
class FittedWeightsTest {
    private static final int DEPTH = 8;

    @Test
    void curvesAreThoseOfARunWithAndWithoutBiases() {
        int checked = 0;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            Engine engine = new Engine(kernel);
            for (ActivationFunction function :
                    List.of(ActivationFunction.RELU, ActivationFunction.TANH)) {
                for (double bias : new double[] {0, 0.5}) {
                    Experiment experiment =
                            Experiment.DEFAULT
                                    .withInitializer(StandardInitializer.of(InitializerScheme.LSUV))
                                    .withActivation(Activation.of(function))
                                    .withBias(new Bias(BiasKind.NORMAL, bias))
                                    .withInputScale(3)
                                    .withWidth(300)
                                    .withSamples(300)
                                    .withDepth(DEPTH);
                    Snapshot measured =
                            engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
                    checked += check(measured, Nets.curves(experiment));
                }
            }
        }
        assertEquals(2 * 2 * DEPTH, checked);
    }

    private static int check(Snapshot measured, List<LayerTheory> theory) {
        for (LayerStatistics layer : measured.layers()) {
            LayerTheory expected = theory.get(layer.layer() - 1);
            String what = measured.experiment().caption() + ", layer " + layer.layer();
            double std = Math.sqrt(expected.preActivationVariance());
            assertEquals(std, layer.preActivation().std(), 0.1 * std, what);
            double rms = layer.of(Quantity.PRE_ACTIVATION_GRADIENT).rms();
            assertEquals(1, rms / expected.gradientRms(), 0.25, what);
        }
        return theory.size();
    }
}
