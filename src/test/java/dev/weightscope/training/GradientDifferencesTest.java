package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.network.InitialWeights;
import dev.weightscope.network.PassQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The gradient of every loss by everything that is learnt, beside differences of the loss of
/// fourth order: (8·(f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h, which errs by h⁴. The loss is
/// computed in float, of numbers of some tens: its rounding, some 10⁻⁶, is divided by h = 2⁻⁸.
class GradientDifferencesTest {
    private static final int SAMPLES = 9;
    private static final float H = 0x1p-8f;
    private static final double TOLERANCE = 1e-3;

    private final Kernel kernel = Kernels.scalar(1);
    private final Random random = new Random(11);

    private TrainingSet set(Target target) {
        float[] values = new float[SAMPLES * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return TrainingSet.of(new TrainingData("drawn", 6, values, target), TestSplit.NONE);
    }

    private static List<Target> targets() {
        int[] two = new int[SAMPLES];
        int[] three = new int[SAMPLES];
        float[] numbers = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            two[i] = i % 2;
            three[i] = i % 3;
            numbers[i] = i / 4f - 1;
        }
        return List.of(
                new Target.Classes(2, two),
                new Target.Classes(3, three),
                new Target.Numbers(numbers));
    }

    @Test
    void gradientsOfEveryLossNormAndSkipAreThoseOfDifferences() {
        List<String> cases = new ArrayList<>();
        int parameters = 0;
        for (Target target : targets()) {
            for (Normalization norm : Normalization.values()) {
                for (Skip skip : Skip.values()) {
                    Experiment start =
                            Experiment.DEFAULT
                                    .withWidths(LayerWidths.Listed.parse("6,6,6,6,6,1"))
                                    .withActivation(Activation.of(ActivationFunction.SILU))
                                    .withNormalization(norm)
                                    .withSkip(skip)
                                    .withBranchScale(new BranchScale.Factor(0.7));
                    String name = Loss.of(target).label() + ", " + norm.label() + ", " + skip;
                    parameters += compare(start, set(target), name);
                    cases.add(name);
                }
            }
        }
        assertEquals(3 * 4 * 3, cases.size());
        assertTrue(parameters > 6000, parameters + " parameters");
    }

    /// @return how many parameters there are
    private int compare(Experiment start, TrainingSet set, String name) {
        Loss loss = Loss.of(set.data().target());
        int outputs = Loss.outputs(set.data().target());
        PassQuestion question = Start.of(start, set.train(), outputs);
        List<InitialWeights.Drawn> drawn =
                InitialWeights.draw(question, kernel, Cancellation.NEVER);
        List<TrainedLayer> layers = new ArrayList<>();
        for (int i = 0; i < question.depth(); i++) {
            layers.add(
                    new TrainedLayer(
                            question.layers().get(i),
                            drawn.get(i),
                            Optimizer.SGD,
                            Cancellation.NEVER));
        }
        for (TrainedLayer layer : layers) { // away from where a norm begins
            NormLayer norm = layer.norm();
            if (norm != null) {
                shake(norm.scale.values);
                if (norm.shift != null) {
                    shake(norm.shift.values);
                }
            }
        }
        Batches batches = new Batches(set.train(), TrainingPlan.NOTEBOOK, 1);
        TrainingPass pass =
                new TrainingPass(
                        layers,
                        batches.input(),
                        SAMPLES,
                        new Objective(loss, outputs),
                        new Products(kernel));
        loss(pass, batches);
        pass.backward(batches.bySample(), (_, _) -> {}, Cancellation.NEVER);
        List<float[]> gradients = new ArrayList<>();
        layers.forEach(
                layer -> layer.parameters().forEach(each -> gradients.add(each.gradient.clone())));
        int count = 0;
        int next = 0;
        for (TrainedLayer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                float[] gradient = gradients.get(next++);
                for (int i = 0; i < gradient.length; i++) {
                    float before = parameter.values[i];
                    double near = difference(parameter, i, H, pass, batches);
                    double far = difference(parameter, i, 2 * H, pass, batches);
                    double slope = (8 * near - far) / (12 * H);
                    parameter.values[i] = before;
                    assertEquals(
                            slope, gradient[i], TOLERANCE * Math.max(1, Math.abs(slope)), name);
                    count++;
                }
            }
        }
        return count;
    }

    /// The loss above less that below.
    private static double difference(
            Parameter parameter, int i, float h, TrainingPass pass, Batches batches) {
        float before = parameter.values[i];
        parameter.values[i] = before + h;
        double above = loss(pass, batches);
        parameter.values[i] = before - h;
        double below = loss(pass, batches);
        parameter.values[i] = before;
        return above - below;
    }

    private void shake(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (0.3 * random.nextGaussian());
        }
    }

    private static double loss(TrainingPass pass, Batches batches) {
        return pass.forward(batches.targets(), SAMPLES, 1f / SAMPLES, Cancellation.NEVER).loss()
                / SAMPLES;
    }
}
