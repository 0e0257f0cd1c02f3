package dev.weightscope.jacobian;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.List;

/// Spectra for tests.
final class Jacobians {
    private Jacobians() {}

    static Experiment experiment(
            ActivationFunction activation, InitializerScheme initializer, int depth, int width) {
        return Experiment.DEFAULT
                .withWidths(new LayerWidths.Same(depth, width))
                .withActivation(Activation.of(activation))
                .withInitializer(StandardInitializer.of(initializer))
                .withSamples(8);
    }

    /// Of all depths, of the first input alone.
    static List<DepthSpectrum> all(Experiment experiment) {
        return of(new JacobianQuestion(experiment, 0, 1, experiment.streamLayers()));
    }

    /// Of the last layer, of the first input alone.
    static DepthSpectrum last(Experiment experiment) {
        return of(new JacobianQuestion(experiment, 0, 1, List.of(experiment.depth()))).getLast();
    }

    static List<DepthSpectrum> of(JacobianQuestion question) {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.SCALAR, 1)) {
            return of(question, kernel);
        }
    }

    static List<DepthSpectrum> of(JacobianQuestion question, Kernel kernel) {
        List<DepthSpectrum> found = new ArrayList<>();
        new JacobianSpectra(kernel)
                .compute(
                        question,
                        Cancellation.NEVER,
                        new JacobianSpectra.Listener() {
                            @Override
                            public boolean wantsWeights() {
                                return false;
                            }

                            @Override
                            public void depth(DepthSpectrum depth) {
                                found.add(depth);
                            }
                        });
        return found;
    }
}
