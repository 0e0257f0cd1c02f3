package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Kernels.Choice;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How deep a tanh network may be to learn in 200 steps, by the variance of its weights, beside
/// what PyTorch found (`golden/trainability.json`, after Schoenholz et al. 2017): the accuracy on
/// all training samples after the last step, a mean over five draws of each. Both means have a
/// standard error, and lie within four of their difference, or the error of a share. The property
/// `golden.cells` set to `all` compares all 48 cells, which takes minutes.
class TrainabilityTest {
    private static final int SEEDS = 5;
    private static final int CLASSES = 10;
    private static final int ROWS = 1437;
    private static final boolean ALL = "all".equals(System.getProperty("golden.cells"));

    /// Depth and σ_w²: the deeper one learns less.
    private static final List<List<Double>> SOME = List.of(List.of(4.0, 0.8), List.of(8.0, 0.8));

    @Test
    void networksAreAsDeepAsTheyWereForPyTorchWhereTheyLearn() {
        JsonNode table = Tables.golden("trainability.json");
        JsonNode results = table.get("results").get("sgd_lr_0.01_steps_200");
        TrainingSet set = TrainingSet.of(trainingRows(), TestSplit.NONE);
        double[] depths = Tables.numbers(table.get("depths"));
        double[] variances = Tables.numbers(table.get("sigma_w2"));
        List<String> outside = new ArrayList<>();
        int compared = 0;
        try (Kernel kernel = Kernels.choose(Choice.AUTO, ALL ? 2 : 1)) {
            for (int row = 0; row < depths.length; row++) {
                double[] means = Tables.numbers(results.get("train_accuracy_mean").get(row));
                double[] errors = Tables.numbers(results.get("train_accuracy_se").get(row));
                for (int column = 0; column < variances.length; column++) {
                    if (ALL || SOME.contains(List.of(depths[row], variances[column]))) {
                        double[] ours =
                                accuracies((int) depths[row], variances[column], set, kernel);
                        require(
                                "depth %d, variance %s"
                                        .formatted((int) depths[row], variances[column]),
                                ours,
                                means[column],
                                errors[column],
                                outside);
                        compared++;
                    }
                }
            }
        }
        assertEquals(ALL ? 48 : SOME.size(), compared);
        assertTrue(outside.isEmpty(), outside::toString);
    }

    /// The first 1437 of the digits; the table's others are left for testing.
    private static TrainingData trainingRows() {
        TrainingData all = Tables.of("digits.csv", CLASSES, Tables.Scaling.STANDARDIZED);
        int[] classes = ((Target.Classes) all.target()).of();
        return new TrainingData(
                all.source(),
                all.features(),
                Arrays.copyOf(all.values(), ROWS * all.features()),
                new Target.Classes(CLASSES, Arrays.copyOf(classes, ROWS)));
    }

    private static void require(
            String cell, double[] ours, double mean, double error, List<String> outside) {
        double own = IntStream.range(0, SEEDS).mapToDouble(i -> ours[i]).average().orElseThrow();
        double squares =
                IntStream.range(0, SEEDS).mapToDouble(i -> (ours[i] - own) * (ours[i] - own)).sum();
        double ownError = Math.sqrt(squares / (SEEDS - 1) / SEEDS);
        double reach = Math.max(0.01, 4 * Math.hypot(error, ownError));
        if (!(Math.abs(own - mean) <= reach)) {
            outside.add(
                    "%s: %.3f ± %.3f, not %.3f ± %.3f".formatted(cell, own, ownError, mean, error));
        }
    }

    /// Of networks with the seeds from 1 on.
    private static double[] accuracies(int depth, double variance, TrainingSet set, Kernel kernel) {
        Experiment start =
                Experiment.DEFAULT
                        .withWidths(LayerWidths.Listed.parse("64," + "100,".repeat(depth) + "10"))
                        .withActivation(Activation.of(ActivationFunction.TANH))
                        .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                        .withGain(Math.sqrt(variance))
                        .withBias(new Bias(BiasKind.NORMAL, Math.sqrt(0.05)));
        TrainingPlan plan =
                new TrainingPlan(
                        new OptimizerSettings(Optimizer.SGD, 0.01),
                        Reduction.MEAN,
                        64,
                        SampleOrder.SHUFFLED,
                        200,
                        StopRules.NONE,
                        Scope.BATCH);
        double[] accuracies = new double[SEEDS];
        kernel.share(
                SEEDS,
                Cancellation.NEVER,
                draw -> accuracies[draw] = accuracy(start.withSeed(draw + 1), plan, set, kernel));
        return accuracies;
    }

    /// After the last step, on all training samples.
    private static double accuracy(
            Experiment start, TrainingPlan plan, TrainingSet set, Kernel kernel) {
        TrainingRun run = new TrainingRun(start, plan, set, Detail.CURVES, kernel);
        while (!run.hasEnded()) {
            run.step(Cancellation.NEVER);
        }
        EvaluationPass all =
                new EvaluationPass(
                        run.layers(),
                        set.train(),
                        NormLayer.Statistics.OF_BATCH,
                        new Objective(Loss.SOFTMAX_CROSS_ENTROPY, CLASSES),
                        new Products(kernel));
        return (double) all.run(Cancellation.NEVER).right() / set.trainRows();
    }
}
