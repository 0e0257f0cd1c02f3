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
    /// The course notebook's network 30–20–10–1 on the breast cancer data, tanh, Xavier's uniform
    /// law: 100 steps of Adam at 0.01 on all 569 samples, the loss summed over them; the loss of
    /// each step.
    W4("w4", "W4") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            return TrainingWorkloads.notebook(kernel);
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
    },
    /// 784–100–100–10 on 1600 images of digits, bytes / 255, ReLU, He's normal law: 100 steps of
    /// Adam at 0.001, each on the next 100 of them, the mean of softmax cross-entropy; the loss of
    /// each batch.
    W6("w6", "W6") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            return TrainingWorkloads.images(kernel);
        }
    },
    /// 2–8–8–1 on 32 points of a standard normal plane that are of one class where the product of
    /// their coordinates is positive, tanh, Xavier's uniform law: 100 steps of Adam at 0.01 on all
    /// of them, the mean of binary cross-entropy; the loss of each step. So small that most of the
    /// time is that of calls.
    W7("w7", "W7") {
        @Override
        public WorkloadRun on(Kernel kernel) {
            return TrainingWorkloads.points(kernel);
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
