package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The curves against 10 runs of PyTorch at width 256, depth 20 and a batch of 512, for every
/// normalization and skip.
class NormalizedAndResidualTest {
    private static final int WIDTH = 256;
    private static final int DEPTH = 20;
    private static final int SAMPLES = 512;
    private static final List<String> SKIPS =
            List.of("none", "one_alpha_1", "one_alpha_scaled", "two_alpha_1", "two_alpha_scaled");

    /// Theory is of infinite width; of so much it may be out here, beside four standard errors.
    private record Tolerance(double forward, double backward) {
        static Tolerance of(Normalization norm, String skip, String activation) {
            if (norm == Normalization.BATCH && !skip.equals("none")) {
                return new Tolerance(0.03, 0.04);
            }
            if (norm == Normalization.BATCH) {
                // Of GELU the samples' pre-activations are far from normal after a few layers.
                return activation.equals("gelu")
                        ? new Tolerance(0.08, 0.3)
                        : new Tolerance(0.03, 0.17);
            }
            if (skip.equals("none")) {
                return norm == Normalization.NONE
                        ? new Tolerance(0.01, 0.02)
                        : new Tolerance(0.01, 0.06);
            }
            // Without a norm the mean of ten runs is below the root of the mean square.
            return norm == Normalization.NONE && skip.equals("one_alpha_1")
                    ? new Tolerance(0.02, 0.15)
                    : new Tolerance(0.01, 0.01);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "relu, xavier_normal, 1, 0",
        "relu, kaiming_normal_fan_in, 2, 0",
        "relu, torch_linear_default, .333333333333, .00130208333",
        "tanh, xavier_normal, 1, 0",
        "tanh, kaiming_normal_fan_in, 2, 0",
        "tanh, torch_linear_default, .333333333333, .00130208333",
        "gelu, xavier_normal, 1, 0",
        "gelu, torch_linear_default, .333333333333, .00130208333",
        "selu, lecun_normal, 1, 0",
        "selu, kaiming_normal_fan_in, 2, 0",
        "selu, torch_linear_default, .333333333333, .00130208333"
    })
    void curvesAreThoseOfPytorch(
            String activation, String initializer, double weightVariance, double biasVariance) {
        JsonNode results =
                MeanFieldTable.read("norm_residual_256x20_" + activation + ".json")
                        .get("results")
                        .get(initializer);
        Experiment plain =
                Nets.of(activation, weightVariance, biasVariance, WIDTH, DEPTH)
                        .withSamples(SAMPLES);
        int checked = 0;
        for (Normalization norm : Normalization.values()) {
            for (String skip : SKIPS) {
                Experiment experiment = joined(plain.withNormalization(norm), skip);
                List<LayerTheory> theory = Nets.curves(experiment);
                JsonNode expected = results.get(norm.key()).get(skip);
                Tolerance tolerance = Tolerance.of(norm, skip, activation);
                String what = String.join(" ", activation, initializer, norm.toString(), skip);
                checked += forward(what, expected, theory, tolerance.forward());
                checked += backward(what, expected, theory, tolerance.backward());
            }
        }
        assertEquals(4 * 5 * 6 * DEPTH, checked);
    }

    private static int forward(
            String what, JsonNode expected, List<LayerTheory> theory, double tolerance) {
        return check(what, expected, "act_rms", theory, LayerTheory::activationRms, tolerance)
                + check(what, expected, "act_std", theory, LayerTheory::activationStd, tolerance)
                + check(
                        what,
                        expected,
                        "pre_std",
                        theory,
                        layer -> Math.sqrt(layer.preActivationVariance()),
                        tolerance);
    }

    private static int backward(
            String what, JsonNode expected, List<LayerTheory> theory, double tolerance) {
        return check(what, expected, "grad_z_std", theory, LayerTheory::gradientRms, tolerance)
                + check(
                        what,
                        expected,
                        "grad_a_std",
                        theory,
                        LayerTheory::outputGradientRms,
                        tolerance)
                + check(
                        what,
                        expected,
                        "grad_w_rms",
                        theory,
                        LayerTheory::weightGradientRms,
                        tolerance);
    }

    private static int check(
            String what,
            JsonNode cell,
            String quantity,
            List<LayerTheory> theory,
            ToDoubleFunction<LayerTheory> figure,
            double tolerance) {
        for (int i = 0; i < theory.size(); i++) {
            double expected = cell.get(quantity).get("avg").get(i).asDouble();
            double error = cell.get(quantity).get("se").get(i).asDouble();
            double mine = figure.applyAsDouble(theory.get(i));
            String where = what + " " + quantity + ", layer " + (i + 1);
            assertTrue(
                    Math.abs(mine - expected) <= 4 * error + tolerance * expected,
                    () -> "%s: %s, theirs %s ± %s".formatted(where, mine, expected, error));
        }
        return theory.size();
    }

    private static Experiment joined(Experiment experiment, String skip) {
        if (skip.equals("none")) {
            return experiment;
        }
        Experiment joined = experiment.withSkip(skip.startsWith("one") ? Skip.ONE : Skip.TWO);
        return skip.endsWith("scaled") ? joined.withBranchScale(new BranchScale.Depth()) : joined;
    }
}
