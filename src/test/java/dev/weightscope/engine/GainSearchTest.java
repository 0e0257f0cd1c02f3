package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.model.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainSearchTest {
    private final CountingKernel kernel = new CountingKernel();
    private final Engine engine = new Engine(kernel);
    private final GainSearch search = new GainSearch(engine);

    /// Of these draws it is what is left of theory's gain: at width 64 a few per cent beside it.
    @ParameterizedTest
    @CsvSource({
        "RELU, HE_NORMAL, SECOND_MOMENT, 1",
        "RELU, LECUN_NORMAL, SECOND_MOMENT, 1.414214",
        "RELU, HE_NORMAL, GRADIENT, 1",
        "LINEAR, LECUN_NORMAL, STD, 1",
        "LINEAR, LECUN_NORMAL, GRADIENT, 1",
        "LINEAR, IDENTITY, SECOND_MOMENT, 1"
    })
    void ofStraightActivationsItIsNearTheorys(
            ActivationFunction function, InitializerScheme scheme, GainGoal goal, double theory) {
        Experiment experiment = experiment(function, scheme, 10);
        double gain = find(experiment, goal, theory);
        assertEquals(theory, gain, 0.06 * theory);
        // From wherever the search begins it is the same.
        assertEquals(gain, find(experiment.withGain(3), goal, 0.1), 1e-5 * gain);
    }

    @ParameterizedTest
    @CsvSource({"RELU, SECOND_MOMENT", "GELU, SECOND_MOMENT", "GELU, STD", "TANH, GRADIENT"})
    void atThatGainTheLastLayerHasWhatTheFirstHas(ActivationFunction function, GainGoal goal) {
        Experiment experiment = experiment(function, InitializerScheme.LECUN_NORMAL, 10);
        double gain = find(experiment, goal, 1.4);
        Snapshot there =
                engine.run(experiment.withGain(gain), Passes.THERE_AND_BACK, Cancellation.NEVER);
        double ratio =
                switch (goal) {
                    case SECOND_MOMENT ->
                            there.last().activation().rms() / there.layer(1).activation().rms();
                    case STD -> there.last().activation().std() / there.layer(1).activation().std();
                    case GRADIENT -> there.gradientRatio().orElseThrow();
                };
        assertEquals(1, ratio, 2e-5);
    }

    /// Of tanh the pre-activations get smaller from layer to layer at the gain that holds the
    /// gradient, and so their slopes larger: the deeper, the smaller the gain.
    @Test
    void ofTanhTheGainThatHoldsTheGradientFallsWithDepth() {
        double before = 2;
        for (int depth : new int[] {3, 6, 12, 24}) {
            double gain =
                    find(
                            experiment(
                                    ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL, depth),
                            GainGoal.GRADIENT,
                            1.467);
            assertTrue(gain < before, depth + ": " + gain);
            before = gain;
        }
        assertTrue(before > 1, "at the last depth " + before);
    }

    @Test
    void drawsAreKeptAndAFewRunsDo() {
        Experiment experiment =
                experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 10);
        engine.run(experiment, Cancellation.NEVER);
        int before = kernel.products;
        find(experiment, GainGoal.SECOND_MOMENT, 1);
        int runs = (kernel.products - before) / 10;
        assertTrue(runs <= 8, () -> runs + " runs");
    }

    /// Tanh makes every signal smaller, a branch every stream larger.
    @ParameterizedTest
    @CsvSource({"TANH, NONE, 1", "RELU, ONE, 1", "TANH, TWO, 2"})
    void whereNoGainHoldsItThatIsSaid(ActivationFunction function, Skip skip, int first) {
        Experiment experiment =
                experiment(function, InitializerScheme.HE_NORMAL, 10).withSkip(skip);
        String sentence = none(experiment, GainGoal.SECOND_MOMENT);
        assertTrue(
                sentence.matches(
                        ("No gain from 0\\.001 to 1000 holds the RMS of the activations from layer"
                                        + " %d to layer 10; \\S+ comes nearest, with a ratio of"
                                        + " \\d\\S*\\.")
                                .formatted(first)),
                sentence);
    }

    /// A norm divides weights and biases alike, and leaves the ratio of the two.
    @Test
    void biasesLetAGainChangeTheGradientOfANormalizedNetwork() {
        Experiment experiment =
                experiment(ActivationFunction.TANH, InitializerScheme.XAVIER_NORMAL, 10)
                        .withBias(new Bias(BiasKind.NORMAL, 0.5));
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            Experiment normalized = experiment.withNormalization(norm);
            Snapshot found =
                    engine.run(
                            normalized.withGain(find(normalized, GainGoal.GRADIENT, 1)),
                            Passes.THERE_AND_BACK,
                            Cancellation.NEVER);
            assertEquals(1, Trend.ofGradient(found).growth(), 1e-4);
            assertEquals(
                    "No gain changes the size of the signal: %s divides it out again."
                            .formatted(norm.noun()),
                    none(normalized, GainGoal.SECOND_MOMENT));
        }
        assertEquals(
                "No gain changes the signal: batch norm divides it out again.",
                none(experiment.withNormalization(Normalization.BATCH), GainGoal.GRADIENT));
    }

    /// A layer inside of a branch is of a size of its own: with Fixup's weights, which end a branch
    /// with zeros, no gradient gets to it at all.
    @ParameterizedTest
    @CsvSource({
        "--skip two --depth 6 --activation tanh --initializer xavier-normal",
        "--skip two --depth 7 --activation relu --initializer he-normal",
        "--skip two --depth 6 --activation tanh --initializer fixup"
    })
    void theLayersThatAreComparedAreThoseOfTheVerdict(String text) {
        Experiment experiment = ExperimentText.parse(text + " --width 64 --samples 50");
        int measured = 0;
        for (GainGoal goal : GainGoal.values()) {
            GainAnswer answer = search.find(experiment, goal, 1, Cancellation.NEVER);
            switch (answer) {
                case GainAnswer.Found(double gain) -> {
                    Snapshot there =
                            engine.run(
                                    experiment.withGain(gain),
                                    Passes.THERE_AND_BACK,
                                    Cancellation.NEVER);
                    assertEquals(1, trend(there, goal).growth(), 2e-5);
                }
                case GainAnswer.None(String sentence) -> {
                    String layers =
                            goal == GainGoal.GRADIENT
                                    ? "from layer 6 to layer 2"
                                    : "from layer 2 to layer 6";
                    assertTrue(sentence.contains(layers), sentence);
                }
            }
            measured++;
        }
        assertEquals(3, measured);
    }

    private static Trend trend(Snapshot snapshot, GainGoal goal) {
        return switch (goal) {
            case SECOND_MOMENT -> Trend.ofSignal(snapshot, TensorStatistics::rms);
            case STD -> Trend.ofSignal(snapshot, TensorStatistics::std);
            case GRADIENT -> Trend.ofGradient(snapshot);
        };
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        Experiment normalized =
                experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 4)
                        .withNormalization(Normalization.RMS);
        assertEquals(
                "No gain changes the signal: RMS norm divides it out again.",
                none(normalized, GainGoal.GRADIENT));
        Experiment one = experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 1);
        assertEquals(
                "A gain is measured between the first layer and the last; this network has one"
                        + " layer.",
                none(one, GainGoal.STD));
        Experiment oneBranch =
                experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 3)
                        .withSkip(Skip.TWO);
        assertEquals(
                "The gradient is measured between two layers that are alike; this network has only"
                        + " layer 2.",
                none(oneBranch, GainGoal.GRADIENT));
        Experiment zeros = experiment(ActivationFunction.RELU, InitializerScheme.ZEROS, 4);
        assertEquals(
                "No gain holds the std of the activations: nothing of it arrives.",
                none(zeros, GainGoal.STD));
    }

    @Test
    void aSearchThatIsNoLongerWantedEnds() {
        Experiment experiment =
                experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL, 10);
        assertThrows(
                CancelledException.class,
                () -> search.find(experiment, GainGoal.STD, 1, () -> true));
    }

    private double find(Experiment experiment, GainGoal goal, double start) {
        GainAnswer answer = search.find(experiment, goal, start, Cancellation.NEVER);
        return assertInstanceOf(GainAnswer.Found.class, answer, answer::toString).gain();
    }

    private String none(Experiment experiment, GainGoal goal) {
        GainAnswer answer = search.find(experiment, goal, 1, Cancellation.NEVER);
        return assertInstanceOf(GainAnswer.None.class, answer, answer::toString).sentence();
    }

    private static Experiment experiment(
            ActivationFunction function, InitializerScheme scheme, int depth) {
        return Experiment.DEFAULT
                .withDepth(depth)
                .withWidth(64)
                .withSamples(50)
                .withActivation(Activation.of(function))
                .withInitializer(StandardInitializer.of(scheme));
    }
}
