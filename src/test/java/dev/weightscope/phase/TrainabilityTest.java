package dev.weightscope.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Kernels.Choice;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// How deep a tanh network may be to learn in 200 steps, by the variance of its weights, beside
/// what PyTorch found (`golden/trainability.json`, after Schoenholz et al. 2017): the accuracy on
/// all training samples after the last step, a mean over some draws of each. Both means have a
/// standard error, and lie within four of their difference, or the error of a share. The property
/// `golden.cells` set to `all` compares all 48 cells, of five draws as theirs are, which takes
/// minutes.
class TrainabilityTest {
    private static final boolean ALL = "all".equals(System.getProperty("golden.cells"));
    private static final int SEEDS = ALL ? 5 : 3;
    private static final double BIASES = 0.05;

    /// σ_w² at equal distances.
    private static final List<GridAxis> AXES =
            ALL
                    ? List.of(
                            new GridAxis(0.8, 1.4, 4),
                            new GridAxis(1.76, 2.2, 2),
                            new GridAxis(3, 4, 2))
                    : List.of(new GridAxis(0.8, 1, 2));

    @Test
    void networksAreAsDeepAsTheyWereForPyTorchWhereTheyLearn() throws IOException {
        JsonNode table = table();
        JsonNode results = table.get("results").get("sgd_lr_0.01_steps_200");
        List<String> outside = new ArrayList<>();
        int compared = 0;
        try (Kernel kernel = Kernels.choose(Choice.AUTO, ALL ? 2 : 1)) {
            for (int row = 0; row < (ALL ? table.get("depths").size() : 1); row++) {
                int hidden = table.get("depths").get(row).asInt();
                for (GridAxis axis : AXES) {
                    Measured measured = measured(hidden, axis, kernel);
                    for (int place = 0; place < axis.count(); place++) {
                        double variance = measured.places().weightVariance(place);
                        int column = column(table.get("sigma_w2"), variance);
                        require(
                                "depth %d, variance %s".formatted(hidden, variance),
                                measured.ended(place),
                                results.get("train_accuracy_mean").get(row).get(column).asDouble(),
                                results.get("train_accuracy_se").get(row).get(column).asDouble(),
                                outside);
                        assertEquals(
                                1,
                                measured.reach()[place]
                                        / table.get("mean_field")
                                                .get(column)
                                                .get("six_xi_c")
                                                .asDouble(),
                                0.06);
                        compared++;
                    }
                }
            }
        }
        assertEquals(ALL ? 48 : 2, compared);
        assertTrue(outside.isEmpty(), outside::toString);
    }

    private static JsonNode table() throws IOException {
        try (InputStream file =
                TrainabilityTest.class.getResourceAsStream("/golden/trainability.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
    }

    private static int column(JsonNode variances, double variance) {
        for (int column = 0; column < variances.size(); column++) {
            if (Math.abs(variances.get(column).asDouble() - variance) < 1e-9) {
                return column;
            }
        }
        throw new IllegalArgumentException("no variance " + variance);
    }

    private static void require(
            String cell, List<MeasuredRun> ours, double mean, double error, List<String> outside) {
        assertEquals(SEEDS, ours.size());
        double own = ours.stream().mapToDouble(MeasuredRun::accuracy).average().orElseThrow();
        double squares =
                ours.stream()
                        .mapToDouble(run -> (run.accuracy() - own) * (run.accuracy() - own))
                        .sum();
        double ownError = Math.sqrt(squares / (SEEDS - 1) / SEEDS);
        double reach = Math.max(0.01, 4 * Math.hypot(error, ownError));
        if (!(Math.abs(own - mean) <= reach)) {
            outside.add(
                    "%s: %.3f ± %.3f, not %.3f ± %.3f".formatted(cell, own, ownError, mean, error));
        }
    }

    /// Of networks with the seeds from 1 on, on four fifths of the digits.
    private static Measured measured(int hidden, GridAxis weights, Kernel kernel) {
        Trainability trainability =
                Trainability.DEFAULT
                        .measured(true)
                        .withWeights(Optional.of(weights))
                        .withBiases(Optional.of(new GridAxis(BIASES, 2 * BIASES, 2)))
                        .withTraining(
                                Trainability.DEFAULT
                                        .training()
                                        .withTestShare(0.2)
                                        .withDraws(SEEDS));
        PhaseSettings settings =
                new PhaseSettings(PhaseQuantity.CHI, new GridAxis(0, 4, 2), new GridAxis(0, 1, 2))
                        .withTrainability(trainability);
        Experiment experiment =
                Experiment.DEFAULT
                        .withDepth(hidden + 1)
                        .withWidth(100)
                        .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                        .withSeed(1);
        return new PhaseLab()
                .solver(kernel, MemoryBudget.ofHeap())
                .solve(
                        new Question<>(experiment, settings),
                        Cancellation.NEVER,
                        ProgressListener.none())
                .measured()
                .orElseThrow();
    }
}
