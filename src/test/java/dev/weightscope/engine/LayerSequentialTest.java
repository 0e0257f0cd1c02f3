package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.LayerQuestion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An initializer that looks at its input.
class LayerSequentialTest {
    private static final Kernel KERNEL = Kernels.scalar(2);
    private static final Experiment LSUV =
            Experiment.DEFAULT
                    .withInitializer(StandardInitializer.of(InitializerScheme.ORTHOGONAL))
                    .withActivation(Activation.of(ActivationFunction.RELU))
                    .withWidth(64)
                    .withSamples(200)
                    .withDepth(8);

    @AfterAll
    static void close() {
        KERNEL.close();
    }

    @Test
    void everyLayersPreActivationsComeNearOneInAFewTries() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            for (Skip skip : Skip.values()) {
                Experiment experiment =
                        LSUV.withActivation(Activation.of(function))
                                .withArchitecture(
                                        new Architecture(
                                                Normalization.NONE, skip, BranchScale.Factor.ONE));
                for (LayerStatistics layer : run(experiment)) {
                    double last = layer.measuredStds().getLast();
                    assertEquals(1, last, 0.1, experiment.caption());
                    assertEquals(last, layer.preActivation().std(), 1e-5 * last);
                    assertTrue(layer.measuredStds().size() <= 3, layer.measuredStds().toString());
                    checked++;
                }
            }
        }
        assertEquals(ActivationFunction.values().length * 3 * 8, checked);
    }

    @Test
    void theCataloguesSchemeIsFittedToItsInput() {
        Experiment scheme = LSUV.withInitializer(StandardInitializer.of(InitializerScheme.LSUV));
        assertEquals(run(LSUV), new Engine(KERNEL).run(scheme, Cancellation.NEVER).layers());
    }

    @Test
    void theGainMultipliesTheResult() {
        LayerStatistics plain = run(LSUV).getFirst();
        LayerStatistics doubled = run(LSUV.withGain(2)).getFirst();
        assertEquals(plain.measuredStds(), doubled.measuredStds());
        assertEquals(2 * plain.weights().std(), doubled.weights().std(), 1e-7);
        assertEquals(2 * plain.preActivation().std(), doubled.preActivation().std(), 1e-5);
    }

    @Test
    void theDrawsAreOrthogonalBeforeTheyAreDivided() {
        Experiment wide = LSUV.withInputScale(5);
        LayerStatistics found = run(wide).getFirst();
        LayerStatistics drawn = new Engine(KERNEL).run(wide, Cancellation.NEVER).layer(1);
        List<Double> stds = found.measuredStds();
        assertEquals(drawn.preActivation().std(), stds.getFirst(), 1e-6);
        assertEquals(2, stds.size(), stds.toString());
        assertEquals(drawn.weights().rms() / stds.getFirst(), found.weights().rms(), 1e-8);
        assertEquals(List.of(), drawn.measuredStds());
    }

    @Test
    void aStdThatNoDivisionBringsNearOneEndsAfterTenTries() {
        Experiment zero = LSUV.withInputScale(0);
        assertEquals(List.of(0.0), run(zero).getFirst().measuredStds());
        Experiment biased = LSUV.withBias(new Bias(BiasKind.NORMAL, 5));
        List<Double> stds = run(biased).getFirst().measuredStds();
        assertEquals(10, stds.size(), "the biases' std stays, however small the weights are");
        assertEquals(5, stds.getLast(), 1, stds.toString());
    }

    /// The law depends on the input, so that what is kept of another input is of no use.
    @Test
    void whatWasSeenBeforeChangesNoAnswer() {
        CachedPass walker = pass();
        int checked = 0;
        for (Experiment each :
                List.of(
                        LSUV,
                        LSUV.withInputScale(3),
                        LSUV,
                        LSUV.withGain(1.5),
                        LSUV.withDepth(12),
                        LSUV.withSamples(50),
                        LSUV.withBias(new Bias(BiasKind.NORMAL, 1)),
                        LSUV.withDepth(5))) {
            for (Passes passes : Passes.values()) {
                assertEquals(run(pass(), each, passes), run(walker, each, passes), each.caption());
                checked++;
            }
        }
        assertEquals(16, checked);
    }

    /// Of a tape of all layers, and of one that has to compute them again.
    @Test
    void theGradientGoesBackThroughTheFittedWeights() {
        Experiment experiment = LSUV.withInputScale(3).withGain(1.5);
        List<LayerStatistics> there = run(experiment);
        SurveyQuestion drawn = SurveyQuestion.of(experiment, Passes.THERE_AND_BACK);
        List<LayerQuestion> known =
                drawn.pass().layers().stream()
                        .map(layer ->
                                withWeightLaw(
                                        layer,
                                        new Law.Orthogonal(
                                                1.5
                                                        / divisor(
                                                                there.get(
                                                                        layer.weights().layer()
                                                                                - 1)))))
                        .toList();
        SurveyQuestion question =
                new SurveyQuestion(
                        drawn.pass().withLayers(known),
                        drawn.binning(),
                        Passes.THERE_AND_BACK,
                        WeightGradients.ALL);
        TapePlan whole = TapePlan.whole(experiment.depth());
        List<LayerStatistics> expected =
                pass().run(question, whole, Cancellation.NEVER, _ -> {}).layers();
        for (TapePlan plan : List.of(whole, TapePlan.of(question.pass(), 0))) {
            List<LayerStatistics> found =
                    pass().run(
                                    fitted(experiment, Passes.THERE_AND_BACK),
                                    plan,
                                    Cancellation.NEVER,
                                    _ -> {})
                            .layers();
            for (int i = 0; i < experiment.depth(); i++) {
                for (Quantity quantity : Quantity.values()) {
                    assertEquals(
                            expected.get(i).of(quantity),
                            found.get(i).of(quantity),
                            quantity + " of layer " + (i + 1));
                }
            }
        }
    }

    /// By what the weights of a layer were divided: a std that was near 1 ended the search.
    private static double divisor(LayerStatistics layer) {
        double divisor = 1;
        for (double std : layer.measuredStds()) {
            if (Math.abs(std - 1) > 0.1) {
                divisor *= std;
            }
        }
        return divisor;
    }

    private static LayerQuestion withWeightLaw(LayerQuestion layer, Law law) {
        return new LayerQuestion(
                layer.weights().withLaw(law),
                layer.bias(),
                layer.activation(),
                layer.normalization(),
                layer.role(),
                layer.branchScale());
    }

    private static List<LayerStatistics> run(Experiment experiment) {
        return run(pass(), experiment, Passes.FORWARD);
    }

    private static List<LayerStatistics> run(
            CachedPass pass, Experiment experiment, Passes passes) {
        TapePlan plan = TapePlan.whole(experiment.depth());
        return pass.run(fitted(experiment, passes), plan, Cancellation.NEVER, _ -> {}).layers();
    }

    /// With every orthogonal law fitted to its layer's input.
    private static SurveyQuestion fitted(Experiment experiment, Passes passes) {
        SurveyQuestion drawn = SurveyQuestion.of(experiment, passes);
        Law law = new Law.LayerSequential(experiment.gain());
        List<LayerQuestion> layers =
                drawn.pass().layers().stream().map(layer -> withWeightLaw(layer, law)).toList();
        return new SurveyQuestion(
                drawn.pass().withLayers(layers), drawn.binning(), passes, WeightGradients.ALL);
    }

    private static CachedPass pass() {
        return new CachedPass(KERNEL, new ForwardPass(KERNEL), new WeightSurveys());
    }
}
