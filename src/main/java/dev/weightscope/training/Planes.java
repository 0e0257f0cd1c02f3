package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.ArrayList;
import java.util.List;

/// Asks a network for the classes of all cells of a plane.
final class Planes {
    private static final int CELLS = Plane.SIDE * Plane.SIDE;

    private final EvaluationPass pass;
    private final int outputs;
    private final Products products;

    Planes(List<TrainedLayer> layers, SampleTable cells, Objective objective, Products products) {
        this.pass =
                new EvaluationPass(
                        layers, cells, NormLayer.Statistics.RUNNING, objective, products);
        this.outputs = layers.getLast().fanOut;
        this.products = products;
    }

    StepPlane look(int step, Cancellation cancellation) {
        List<float[]> probabilities = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            probabilities.add(new float[CELLS]);
        }
        pass.read(
                (logits, first, samples) -> read(logits, first, samples, probabilities),
                cancellation);
        return new StepPlane(step, probabilities);
    }

    private void read(Tensor logits, int first, int samples, List<float[]> out) {
        SmallLoops loops = products.loops();
        float[] z = logits.values();
        if (outputs == 1) {
            loops.activate(Activation.of(ActivationFunction.SIGMOID), z, z, 0, samples);
            System.arraycopy(z, 0, out.getFirst(), first, samples);
            return;
        }
        int stride = logits.stride();
        for (int i = 0; i < samples; i++) {
            float largest = z[i];
            for (int output = 1; output < outputs; output++) {
                largest = Math.max(largest, z[output * stride + i]);
            }
            for (int output = 0; output < outputs; output++) {
                z[output * stride + i] -= largest;
            }
        }
        loops.exponential(z, 0, outputs * stride);
        for (int i = 0; i < samples; i++) {
            float total = 0;
            for (int output = 0; output < outputs; output++) {
                total += z[output * stride + i];
            }
            for (int output = 0; output < outputs; output++) {
                out.get(output)[first + i] = z[output * stride + i] / total;
            }
        }
    }
}
