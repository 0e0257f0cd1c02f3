package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Initializer.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of an initializer is what is done: the printed equation is computed here, and has
/// to give the law that is drawn from.
class ExplanationTest {
    private static final double[] GAINS = {1, 1.5, 0.25};
    private static final int[][] SHAPES = {{500, 500}, {784, 100}, {10, 300}};
    private static final List<Activation> ACTIVATIONS =
            List.of(
                    Activation.of(ActivationFunction.RELU),
                    new Activation(ActivationFunction.LEAKY_RELU, 0.2));

    @Test
    void thePrintedEquationIsTheExecutedLaw() {
        int equations = 0;
        int checked = 0;
        for (StandardInitializer initializer : everyVariant()) {
            for (int[] shape : SHAPES) {
                for (Activation activation : ACTIVATIONS) {
                    for (double gain : GAINS) {
                        for (LayerPlace place : places(shape[0], shape[1])) {
                            equations += check(initializer, place, activation, gain);
                            checked++;
                        }
                    }
                }
            }
        }
        int variants = 27 - 3 + 4 + 4 + 12;
        assertEquals(variants * 18 * 4, checked);
        int without = 5 * 4 + 2 * 2;
        assertEquals(
                checked - without * 18,
                equations,
                "zeros, constant, identity, orthogonal and LSUV have none, nor what ends a branch"
                        + " at 0");
    }

    private static List<LayerPlace> places(int fanIn, int fanOut) {
        return List.of(
                LayerPlace.plain(1, fanIn, fanOut),
                new LayerPlace(4, fanIn, fanOut, LayerRole.FIRST_OF_BRANCH, 2, 5, 1),
                new LayerPlace(5, fanIn, fanOut, LayerRole.LAST_OF_BRANCH, 2, 5, 1),
                new LayerPlace(3, fanIn, fanOut, LayerRole.WHOLE_BRANCH, 3, 7, 1));
    }

    @Test
    void recipesForResidualNetworksDrawByWhereALayerStands() {
        Architecture pairs = Architecture.PLAIN.withSkip(Skip.TWO);
        List<LayerPlace> places = pairs.places(List.of(30, 500, 500, 500, 500, 500, 500, 500));
        double he = Math.sqrt(2.0 / 500);
        double first = Math.sqrt(2.0 / 30);
        record Recipe(InitializerScheme scheme, List<Law> laws) {}
        List<Recipe> table =
                List.of(
                        new Recipe(
                                InitializerScheme.GPT2,
                                normal(
                                        0.02,
                                        0.02,
                                        0.02 / Math.sqrt(6),
                                        0.02,
                                        0.02 / Math.sqrt(6),
                                        0.02,
                                        0.02 / Math.sqrt(6))),
                        new Recipe(
                                InitializerScheme.DEPTH_SCALED,
                                normal(
                                        0.02,
                                        0.02,
                                        0.02 / Math.sqrt(2),
                                        0.02,
                                        0.02 / Math.sqrt(4),
                                        0.02,
                                        0.02 / Math.sqrt(6))),
                        new Recipe(
                                InitializerScheme.FIXUP,
                                normal(
                                        first,
                                        Math.sqrt(2.0 / 3 / 500),
                                        0,
                                        Math.sqrt(2.0 / 3 / 500),
                                        0,
                                        Math.sqrt(2.0 / 3 / 500),
                                        0)),
                        new Recipe(
                                InitializerScheme.DELTA_ZERO, normal(first, he, 0, he, 0, he, 0)));
        Activation relu = Activation.of(ActivationFunction.RELU);
        for (Recipe recipe : table) {
            Initializer initializer = StandardInitializer.of(recipe.scheme());
            assertEquals(
                    recipe.laws(),
                    places.stream().map(place -> initializer.weights(place, relu)).toList(),
                    recipe.scheme().key());
        }
        assertEquals(4, table.size());
    }

    @Test
    void whatIsFittedToTheInputHasNoVarianceBeforeItIsMeasured() {
        Experiment lsuv =
                Experiment.DEFAULT
                        .withInitializer(StandardInitializer.of(InitializerScheme.LSUV))
                        .withGain(2);
        assertEquals(new Law.LayerSequential(2), lsuv.weightLaw(3));
        assertEquals("2·orthogonal / measured std", lsuv.weightLaw(3).text());
        assertEquals(
                new Explanation(
                        "W = g·Q / std(a·Q), Q Haar distributed, a the layer's input",
                        "",
                        Double.NaN,
                        Double.NaN,
                        InitializerScheme.LSUV.source(),
                        "– · – · –"),
                lsuv.explanation());
    }

    /// What is drawn with these stds; 0 is no draw.
    private static List<Law> normal(double... stds) {
        return Arrays.stream(stds)
                .<Law>mapToObj(std -> std == 0 ? new Law.Constant(0) : new Law.Normal(std))
                .toList();
    }

    @Test
    void theEquationIsThatOfTheLayersPlace() {
        Experiment gpt =
                Experiment.DEFAULT
                        .withSkip(Skip.TWO)
                        .withInitializer(StandardInitializer.of(InitializerScheme.GPT2));
        assertEquals(
                "W ~ N(0, s²), s = g·0.02; last of a branch: s = g·0.02 / √(2·L)",
                gpt.explanation(9).law());
        assertEquals("s = 1·0.02 = 0.02", gpt.explanation(9).numbers());
        assertEquals("s = 1·0.02 / √(2·5) = 0.006325", gpt.explanation(10).numbers());
        Experiment fixup =
                gpt.withInitializer(StandardInitializer.of(InitializerScheme.FIXUP)).withGain(2);
        assertEquals("s = 2·√(2 / ((1 + 0²)·500·5)) = 0.05657", fixup.explanation(9).numbers());
        assertEquals("", fixup.explanation(10).numbers());
        assertEquals(0, fixup.explanation(10).effectiveVariance());
    }

    @Test
    void anExampleInFull() {
        Explanation explanation =
                StandardInitializer.of(InitializerScheme.XAVIER_UNIFORM)
                        .explain(
                                LayerPlace.plain(1, 500, 300),
                                Activation.of(ActivationFunction.TANH),
                                1);
        assertEquals("W ~ U(−a, a), a = g·√(6 / (nᵢₙ + nₒᵤₜ))", explanation.law());
        assertEquals("a = 1·√(6 / (500 + 300)) = 0.0866", explanation.numbers());
        assertEquals(0.0025, explanation.variance(), 1e-12);
        assertEquals(1.25, explanation.effectiveVariance(), 1e-12);
    }

    @Test
    void theEffectiveVariancesOfASquareLayerAreTheKnownOnes() {
        record Known(InitializerScheme scheme, double effectiveVariance) {}
        List<Known> table =
                List.of(
                        new Known(InitializerScheme.XAVIER_UNIFORM, 1),
                        new Known(InitializerScheme.XAVIER_NORMAL, 1),
                        new Known(InitializerScheme.HE_UNIFORM, 2),
                        new Known(InitializerScheme.HE_NORMAL, 2),
                        new Known(InitializerScheme.LECUN_UNIFORM, 1),
                        new Known(InitializerScheme.LECUN_NORMAL, 1),
                        new Known(InitializerScheme.VARIANCE_SCALING, 1),
                        new Known(InitializerScheme.ORTHOGONAL, 1),
                        new Known(InitializerScheme.PYTORCH_LINEAR, 1.0 / 3),
                        new Known(InitializerScheme.KERAS_DENSE, 1),
                        new Known(InitializerScheme.FLAX_DENSE, 1),
                        new Known(InitializerScheme.DJL_XAVIER, 2),
                        new Known(InitializerScheme.DL4J_RELU, 2),
                        new Known(InitializerScheme.UNIFORM, 500.0 / 3),
                        new Known(InitializerScheme.NORMAL, 500 * 0.05 * 0.05),
                        new Known(InitializerScheme.LOW, 500 * 1e-4 / 3),
                        new Known(InitializerScheme.LARGE, 500 * 1e4 / 3),
                        new Known(InitializerScheme.SPARSE, 500 * 0.05 * 0.05 * 0.1));
        for (Known known : table) {
            Explanation explanation =
                    StandardInitializer.of(known.scheme())
                            .explain(
                                    LayerPlace.plain(1, 500, 500),
                                    Activation.of(ActivationFunction.RELU),
                                    1);
            assertEquals(
                    known.effectiveVariance(),
                    explanation.effectiveVariance(),
                    1e-9 * known.effectiveVariance(),
                    known.scheme().key());
        }
        assertEquals(18, table.size());
    }

    @Test
    void theCorrectionOfTheTruncatedNormalIsThatOfTheFrameworks() {
        assertEquals(0.8796256610342398, Law.TruncatedNormal.shrinkage(2), 1e-15);
    }

    /// @return 1 if there was an equation to compute
    private static int check(
            StandardInitializer initializer, LayerPlace place, Activation activation, double gain) {
        int fanIn = place.fanIn();
        int fanOut = place.fanOut();
        Explanation said = initializer.explain(place, activation, gain);
        Law law = initializer.weights(place, activation).times(gain);
        assertFalse(said.law().contains("{") || said.law().isEmpty(), said.law());
        assertFalse(said.numbers().contains("{"), said.numbers());
        assertEquals(law.variance(fanIn, fanOut), said.variance());
        assertEquals(fanIn * law.variance(fanIn, fanOut), said.effectiveVariance());
        if (said.numbers().isEmpty()) {
            return 0;
        }
        double executed =
                switch (law) {
                    case Law.Uniform(double limit) -> limit;
                    case Law.Normal(double std) -> std;
                    case Law.TruncatedNormal(double std, double _) -> std;
                    case Law.Sparse(double _, double std) -> std;
                    case Law.Constant _, Law.Identity _, Law.Orthogonal _ ->
                            throw new AssertionError(law);
                    case Law.LayerSequential _, Law.Custom _, Law.Loaded _ ->
                            throw new AssertionError(law);
                };
        String[] sides = said.numbers().split(" = ");
        assertEquals(3, sides.length, said.numbers());
        assertTrue(said.law().contains(sides[0] + " = g·"), said.law());
        double tolerance = executed * 1e-4; // 0.8796 has four digits
        assertEquals(executed, new Equation(sides[1]).value(), tolerance, said.numbers());
        assertEquals(executed, Double.parseDouble(sides[2]), executed * 5e-4, said.numbers());
        return 1;
    }

    /// Every scheme, in all its modes and distributions, with parameters that are not the defaults.
    private static List<StandardInitializer> everyVariant() {
        List<StandardInitializer> variants = new ArrayList<>();
        InitializerParameters parameters =
                InitializerParameters.DEFAULTS
                        .with(InitializerParameter.STD, 0.3)
                        .with(InitializerParameter.LIMIT, 0.7)
                        .with(InitializerParameter.CUT, 1.5)
                        .with(InitializerParameter.SCALE, 1.25);
        for (InitializerScheme scheme : InitializerScheme.values()) {
            for (FanMode mode : FanMode.values()) {
                for (Distribution distribution : Distribution.values()) {
                    boolean another =
                            (scheme.hasMode() || mode == FanMode.FAN_IN)
                                    && (scheme.hasDistribution()
                                            || distribution == Distribution.NORMAL);
                    if (another) {
                        variants.add(
                                new StandardInitializer(
                                        scheme,
                                        parameters.withMode(mode).withDistribution(distribution)));
                    }
                }
            }
        }
        return variants;
    }

    /// Computes `1.5·√(2 / ((1 + 0.2²)·500)) / 0.8796`.
    private static final class Equation {
        private final String text;
        private int at;

        Equation(String text) {
            this.text = text.replace(" ", "");
        }

        double value() {
            double value = sum();
            assertEquals(text.length(), at, text);
            return value;
        }

        private double sum() {
            double value = product();
            while (next('+')) {
                value += product();
            }
            return value;
        }

        private double product() {
            double value = power();
            while (true) {
                if (next('·')) {
                    value *= power();
                } else if (next('/')) {
                    value /= power();
                } else {
                    return value;
                }
            }
        }

        private double power() {
            if (next('√')) {
                return Math.sqrt(power());
            }
            double value = next('(') ? inParentheses() : number();
            return next('²') ? value * value : value;
        }

        private double inParentheses() {
            double value = sum();
            assertTrue(next(')'), text);
            return value;
        }

        private double number() {
            int start = at;
            while (at < text.length() && "0123456789.eE-".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Double.parseDouble(text.substring(start, at));
        }

        private boolean next(char symbol) {
            boolean isNext = at < text.length() && text.charAt(at) == symbol;
            at += isNext ? 1 : 0;
            return isNext;
        }
    }
}
