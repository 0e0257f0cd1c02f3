package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.CustomInitializer;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.WeightInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tiny runs beside PyTorch's in double precision (`golden/training_exact.json`): two networks, two
/// activations, three norms, six optimizers, whole batches and batches of four.
///
/// Tolerances: a float has 24 bits, so each of the some hundred operations between a weight and its
/// loss errs by up to 6·10⁻⁸, and ten steps carry that on. A step of Adam or RMSprop divides a
/// gradient by its own size, so where a gradient is small beside the terms that it is the sum of,
/// its error is not small beside the learning rate 0.01.
class ExactTrainingTest {
    private static final double OF_LOSSES = 3e-6;
    private static final double OF_PARAMETERS = 3e-6;
    private static final double OF_DIVIDED_STEPS = 2e-4;

    private final JsonNode table = Tables.golden("training_exact.json");

    @Test
    void lossesAndParametersOfTenStepsAreThoseOfPyTorch() {
        List<String> cases = new ArrayList<>();
        double worstLoss = 0;
        double worst = 0;
        double worstDivided = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (var entry : table.get("cases").properties()) {
                Case asked = Case.of(table, entry.getKey());
                JsonNode expected = entry.getValue();
                TrainingRun run = asked.run(Scope.ALL, kernel);
                JsonNode all = expected.get(asked.whole() ? "loss_batch" : "loss_all");
                worstLoss = Math.max(worstLoss, distance(all, run.state().loss().toArray()));
                assertEquals(
                        expected.get("loss_all_after").asDouble(),
                        run.state().loss().at(10),
                        OF_LOSSES,
                        entry.getKey());
                if (!asked.whole()) {
                    double[] batches = asked.run(Scope.BATCH, kernel).state().loss().toArray();
                    worstLoss = Math.max(worstLoss, distance(expected.get("loss_batch"), batches));
                }
                double distance = distance(expected.get("after"), run.layers());
                if (asked.divides()) {
                    worstDivided = Math.max(worstDivided, distance);
                } else {
                    worst = Math.max(worst, distance);
                }
                cases.add(entry.getKey());
            }
        }
        assertEquals(80, cases.size());
        assertTrue(worstLoss < OF_LOSSES, "losses differ by " + worstLoss);
        assertTrue(worst < OF_PARAMETERS, "parameters differ by " + worst);
        assertTrue(worstDivided < OF_DIVIDED_STEPS, "after divided steps by " + worstDivided);
    }

    /// As long as the expected ones.
    private static double distance(JsonNode expected, double[] found) {
        double[] numbers = Tables.numbers(expected);
        double worst = 0;
        for (int i = 0; i < numbers.length; i++) {
            worst = Math.max(worst, Math.abs(numbers[i] - found[i]));
        }
        return worst;
    }

    private static double distance(JsonNode after, List<TrainedLayer> layers) {
        double worst = 0;
        for (int i = 0; i < layers.size(); i++) {
            TrainedLayer layer = layers.get(i);
            for (int unit = 0; unit < layer.fanOut; unit++) {
                double[] row = Tables.numbers(after.get("weights").get(i).get(unit));
                for (int input = 0; input < layer.fanIn; input++) {
                    worst = Math.max(worst, Math.abs(row[input] - layer.weight(input, unit)));
                }
                double bias = after.get("biases").get(i).get(unit).asDouble();
                worst = Math.max(worst, Math.abs(bias - layer.weight(layer.fanIn, unit)));
                if (layer.ownNorm != null) {
                    worst =
                            Math.max(
                                    worst,
                                    Math.abs(
                                            after.get("norm_scale").get(i).get(unit).asDouble()
                                                    - layer.ownNorm.scale.values[unit]));
                    worst =
                            Math.max(
                                    worst,
                                    Math.abs(
                                            after.get("norm_shift").get(i).get(unit).asDouble()
                                                    - layer.ownNorm.shift(unit)));
                }
            }
        }
        return worst;
    }

    /// @param whole whether a batch is all samples
    private record Case(
            JsonNode table,
            JsonNode problem,
            Experiment experiment,
            Optimizer optimizer,
            boolean whole) {
        static Case of(JsonNode table, String name) {
            String[] parts = name.split("/", -1);
            JsonNode problem = table.get("problems").get(parts[0]);
            Experiment experiment =
                    Experiment.DEFAULT
                            .withWidths(LayerWidths.Listed.parse(parts[0].replace('-', ',')))
                            .withActivation(
                                    Activation.of(
                                            Keyed.find(
                                                    "activation",
                                                    ActivationFunction.values(),
                                                    parts[1])))
                            .withNormalization(
                                    Keyed.find(
                                            "norm",
                                            Normalization.values(),
                                            parts[2].substring("norm_".length())))
                            .withInitializer(new CustomInitializer(new Given(problem)));
            return new Case(
                    table,
                    problem,
                    experiment,
                    Keyed.find("optimizer", Optimizer.values(), parts[3]),
                    parts[4].equals("full_batch"));
        }

        boolean divides() {
            return optimizer.kept() == 2 || optimizer == Optimizer.RMSPROP;
        }

        TrainingRun run(Scope scope, Kernel kernel) {
            TrainingPlan plan =
                    new TrainingPlan(
                            new OptimizerSettings(
                                    optimizer,
                                    table.get("hyperparameters").get(rate()).asDouble(),
                                    table.get("hyperparameters").get("wd").asDouble()),
                            Reduction.MEAN,
                            whole ? 0 : table.get("minibatch").asInt(),
                            SampleOrder.GIVEN,
                            table.get("steps").asInt(),
                            StopRules.NONE,
                            scope);
            TrainingSet set = TrainingSet.of(data(), TestSplit.NONE);
            TrainingRun run = new TrainingRun(experiment, plan, set, Detail.HISTOGRAMS, kernel);
            while (!run.hasEnded()) {
                run.step(Cancellation.NEVER);
            }
            return run;
        }

        private String rate() {
            return switch (optimizer) {
                case SGD, MOMENTUM, NESTEROV -> "sgd_lr";
                case RMSPROP -> "rmsprop_lr";
                case ADAM, ADAMW -> "adam_lr";
            };
        }

        private TrainingData data() {
            JsonNode x = problem.get("x");
            int features = x.get(0).size();
            float[] values = new float[x.size() * features];
            int[] classes = new int[x.size()];
            for (int i = 0; i < x.size(); i++) {
                classes[i] = problem.get("y").get(i).asInt();
                for (int j = 0; j < features; j++) {
                    values[i * features + j] = (float) x.get(i).get(j).asDouble();
                }
            }
            int count = problem.get("loss").asString().equals("bce") ? 2 : 3;
            return new TrainingData("exact", features, values, new Target.Classes(count, classes));
        }
    }

    /// The weights of a problem, by the shape of their layer.
    private record Given(JsonNode problem) implements WeightInitializer {
        @Override
        public String key() {
            return "given";
        }

        private int layer(int fanIn, int fanOut) {
            JsonNode sizes = problem.get("sizes");
            int layer = 0;
            while (sizes.get(layer).asInt() != fanIn || sizes.get(layer + 1).asInt() != fanOut) {
                layer++;
            }
            return layer;
        }

        @Override
        public float[] weights(int fanIn, int fanOut, RandomGenerator random) {
            JsonNode rows = problem.get("weights").get(layer(fanIn, fanOut));
            float[] weights = new float[fanIn * fanOut];
            for (int input = 0; input < fanIn; input++) {
                for (int unit = 0; unit < fanOut; unit++) {
                    weights[input * fanOut + unit] = (float) rows.get(unit).get(input).asDouble();
                }
            }
            return weights;
        }

        @Override
        public float[] bias(int fanIn, int fanOut, RandomGenerator random) {
            JsonNode biases = problem.get("biases").get(layer(fanIn, fanOut));
            float[] bias = new float[fanOut];
            for (int unit = 0; unit < fanOut; unit++) {
                bias[unit] = (float) biases.get(unit).asDouble();
            }
            return bias;
        }
    }
}
