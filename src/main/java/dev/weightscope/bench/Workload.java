package dev.weightscope.bench;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Keyed;

/// What is timed. The names are those of the comparison.
public enum Workload implements Keyed {
    /// The classic exercise: a batch of 1000 standard normal samples of 500 features through 10
    /// tanh layers of 500, weights of Xavier's uniform law; of each layer's activations mean, std
    /// and a histogram of 50 bins on −1..1.
    W1("w1", "W1") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            Layers layers =
                    new Layers(
                            1000,
                            500,
                            10,
                            new UnitDraw.Uniform(),
                            Math.sqrt(6.0 / (500 + 500)),
                            Activation.of(ActivationFunction.TANH));
            return new ForwardRun(kernel, layers, new Bins(-1, 1, 50));
        }
    },
    /// The chain of 100 linear layers of 512, one sample, normal weights of variance 1/512; of each
    /// layer's values mean and std.
    W2("w2", "W2") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            Layers layers =
                    new Layers(
                            1,
                            512,
                            100,
                            new UnitDraw.Normal(),
                            Math.sqrt(1.0 / 512),
                            Activation.of(ActivationFunction.LINEAR));
            return new ForwardRun(kernel, layers, null);
        }
    },
    /// 512 samples through 50 ReLU layers of 1024, He's normal law, and back from a unit-normal
    /// cotangent; the std of each layer's activations and of each gradient by its pre-activations.
    W3("w3", "W3") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            return new ThereAndBackRun(
                    kernel, Layers.DEEP, ThereAndBackRun.Gradients.PRE_ACTIVATIONS);
        }
    },
    /// W3, and the std of the gradient by each layer's weights, which is their RMS: their mean is 0
    /// but for chance.
    W5("w5", "W5") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            return new ThereAndBackRun(
                    kernel, Layers.DEEP, ThereAndBackRun.Gradients.PRE_ACTIVATIONS_AND_WEIGHTS);
        }
    };

    private final String key;
    private final String label;

    Workload(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// Makes the network with its work space.
    public abstract WorkloadRun on(Kernel kernel);

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
