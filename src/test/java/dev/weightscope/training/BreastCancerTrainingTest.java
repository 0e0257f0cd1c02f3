package dev.weightscope.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The course notebook's network beside what NumPy found in 50 draws
/// (`golden/breast_cancer_training.json`).
class BreastCancerTrainingTest {
    /// As many as theirs.
    private static final int SEEDS = 50;

    private static final Map<String, StandardInitializer> STARTS =
            Map.of(
                    "zeros",
                    StandardInitializer.of(InitializerScheme.ZEROS),
                    "low",
                    StandardInitializer.of(InitializerScheme.LOW),
                    "large",
                    StandardInitializer.of(InitializerScheme.LARGE),
                    "normal",
                    StandardInitializer.of(InitializerScheme.NORMAL)
                            .with(InitializerParameter.STD, 1),
                    "xavier_uniform",
                    StandardInitializer.of(InitializerScheme.XAVIER_UNIFORM),
                    "he_normal",
                    StandardInitializer.of(InitializerScheme.HE_NORMAL));

    private static final Bias ZERO = Bias.DEFAULT.withKind(BiasKind.ZERO);

    /// Biases of the law of the weights.
    private static final Map<String, Bias> SAME_BIASES =
            Map.of(
                    "low", new Bias(BiasKind.UNIFORM, 0.01),
                    "large", new Bias(BiasKind.UNIFORM, 100),
                    "normal", new Bias(BiasKind.NORMAL, 1));

    private final JsonNode table = Tables.golden("breast_cancer_training.json");
    private final TrainingSet set =
            TrainingSet.of(
                    Tables.of("breast_cancer.csv", 2, Tables.Scaling.STANDARDIZED), TestSplit.NONE);

    @Test
    void mediansLieWhereThoseOfFiftyDrawsDo() {
        List<String> outside = new ArrayList<>();
        int cells = 0;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            for (String start : STARTS.keySet()) {
                cells += compare(start, ZERO, Reduction.SUM, "", kernel, outside);
            }
            for (String start : List.of("xavier_uniform", "low")) {
                cells += compare(start, ZERO, Reduction.MEAN, "/mean_loss=True", kernel, outside);
            }
            for (var start : SAME_BIASES.entrySet()) {
                cells +=
                        compare(
                                start.getKey(),
                                start.getValue(),
                                Reduction.SUM,
                                "",
                                kernel,
                                outside);
            }
        }
        assertEquals(List.of(), outside);
        assertEquals((6 + 2 + 3) * 11 * 2, cells);
    }

    /// @param variant the end of the table's name for it
    /// @return how many figures were compared
    private int compare(
            String start,
            Bias bias,
            Reduction reduction,
            String variant,
            Kernel kernel,
            List<String> outside) {
        String name = start + (bias.equals(ZERO) ? "/bias_zero" : "/bias_same") + variant;
        JsonNode expected = table.get(name);
        List<RunState> states =
                race(
                        requireNonNull(STARTS.get(start)),
                        bias,
                        TrainingPlan.NOTEBOOK.withReduction(reduction),
                        kernel);
        double toSum =
                switch (reduction) {
                    case SUM -> 1;
                    case MEAN -> set.trainRows();
                };
        double[] steps = Tables.numbers(table.get("steps"));
        for (int i = 0; i < steps.length; i++) {
            int step = (int) steps[i];
            String place = name + " step " + step;
            double loss = median(states, state -> state.loss().at(step) * toSum);
            Quartiles.of(expected.get("loss_sum"), i, SEEDS, SEEDS)
                    .require(place + " loss", loss, 1e-5 * loss, outside);
            double accuracy = median(states, state -> state.accuracy().at(step));
            Quartiles.of(expected.get("accuracy"), i, SEEDS, SEEDS)
                    .require(place + " accuracy", accuracy, 2.0 / set.trainRows(), outside);
        }
        return 2 * steps.length;
    }

    private List<RunState> race(
            StandardInitializer initializer, Bias bias, TrainingPlan plan, Kernel kernel) {
        Experiment start =
                Experiment.DEFAULT
                        .withWidths(LayerWidths.Listed.parse("30,20,10,1"))
                        .withBias(bias)
                        .withInitializer(initializer);
        int seeds =
                initializer.equals(requireNonNull(STARTS.get("zeros")))
                        ? 1
                        : SEEDS; // nothing is drawn
        return Quartiles.race(start, plan, set, seeds, kernel);
    }

    private static double median(List<RunState> states, ToDoubleFunction<RunState> figure) {
        return Quartiles.median(states, figure);
    }

    @Test
    void zerosLearnTheOutputBiasAlone() {
        try (Kernel kernel = Kernels.scalar(1)) {
            RunState state =
                    race(requireNonNull(STARTS.get("zeros")), ZERO, TrainingPlan.NOTEBOOK, kernel)
                            .getFirst();
            assertEquals(0.6603, state.loss().last(), 1e-4);
            assertEquals(Math.log(2), state.loss().at(0), 1e-7);
            List<RunState.LayerAtEnd> layers = state.atEnd().orElseThrow().layers();
            assertEquals(
                    List.of(true, true, true),
                    layers.stream().map(RunState.LayerAtEnd::allZero).toList());
            assertEquals(
                    List.of(true, true, false),
                    layers.stream().map(RunState.LayerAtEnd::unitsAlike).toList());
        }
    }

    @Test
    void guessingIsTheEntropyOfTheClassesAsLargeAsTheLossesThatAreNoted() {
        double share = 357 / 569.0;
        double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
        TrainingPlan mean = TrainingPlan.NOTEBOOK.withBatch(100);
        assertEquals(entropy, set.guessing(mean), 1e-12);
        assertEquals(entropy, set.guessing(mean.withScope(Scope.BATCH)), 1e-12);
        TrainingPlan sum = mean.withReduction(Reduction.SUM);
        assertEquals(569 * entropy, set.guessing(sum), 1e-9);
        assertEquals(100 * entropy, set.guessing(sum.withScope(Scope.BATCH)), 1e-9);
        assertEquals(569 * entropy, set.guessing(sum.withBatch(0).withScope(Scope.BATCH)), 1e-9);
        assertEquals(569, IntStream.of(set.trainRows(), set.testRows()).sum());
    }
}
