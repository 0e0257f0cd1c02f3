package dev.weightscope.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Twenty layers of 256 with every norm and skip, there and back, layer by layer against PyTorch's
/// own numbers.
///
/// A spread that is estimated from ten runs is uncertain itself, and neighbouring layers have
/// nearly the same: the largest of five is taken. Where the batch is smaller than theirs, for the
/// sake of time, its error is added; a batch norm's gradients depend on the size of the batch, so
/// that there it is theirs.
///
/// Every norm is compared with every skip and with every initializer, which takes every second of
/// the 400 cells; the property `golden.cells` set to `all` compares them all.
class GoldenGradientsTest {
    private static final boolean ALL = "all".equals(System.getProperty("golden.cells"));

    private static final int WIDTH = 256;
    private static final int DEPTH = 20;
    private static final int THEIR_RUNS = 10;
    private static final int THEIR_BATCH = 512;
    private static final int BATCH = 64;

    /// The relative error of a smaller batch.
    private static final double BATCH_ERROR = 0.03;

    /// What a layer of an unstable network adds to the variance of the logarithm of the squared
    /// length, times the width.
    private static final double UNSTABLE = 20;

    /// Of a unit's std over the samples in float32, as a share of the activations' RMS.
    private static final double ROUNDING = 1e-6;

    private static final Map<String, InitializerScheme> INITIALIZERS =
            Map.of(
                    "xavier_normal", InitializerScheme.XAVIER_NORMAL,
                    "kaiming_normal_fan_in", InitializerScheme.HE_NORMAL,
                    "lecun_normal", InitializerScheme.LECUN_NORMAL,
                    "orthogonal", InitializerScheme.ORTHOGONAL,
                    "torch_linear_default", InitializerScheme.PYTORCH_LINEAR);

    private static final Map<String, Architecture> SKIPS =
            Map.of(
                    "none", Architecture.PLAIN,
                    "one_alpha_1", skip(Skip.ONE, BranchScale.Factor.ONE),
                    "one_alpha_scaled", skip(Skip.ONE, new BranchScale.Depth()),
                    "two_alpha_1", skip(Skip.TWO, BranchScale.Factor.ONE),
                    "two_alpha_scaled", skip(Skip.TWO, new BranchScale.Depth()));

    /// The tables' names of figures.
    private static final Map<String, ToDoubleFunction<LayerStatistics>> FIGURES =
            Map.of(
                    "act_mean", layer -> layer.activation().mean(),
                    "act_std", layer -> layer.activation().std(),
                    "act_rms", layer -> layer.activation().rms(),
                    "unit_std", layer -> layer.activation().perUnitStd(),
                    "pre_std", layer -> layer.preActivation().std(),
                    "grad_z_std", layer -> layer.of(Quantity.PRE_ACTIVATION_GRADIENT).std(),
                    "grad_a_std", layer -> layer.of(Quantity.ACTIVATION_GRADIENT).std(),
                    "grad_w_rms", layer -> layer.of(Quantity.WEIGHT_GRADIENT).rms());

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh", "gelu", "selu"})
    void everyNormSkipAndInitializerAgreesLayerByLayer(String activation) {
        JsonNode results =
                Golden.table("norm_residual_256x20_" + activation + ".json").get("results");
        try (Golden golden = new Golden()) {
            int cell = 0;
            for (String initializer : results.propertyNames()) {
                for (Normalization norm : Normalization.values()) {
                    for (String skip : results.get(initializer).get(norm.key()).propertyNames()) {
                        if (cell++ % 2 > 0 && !ALL) {
                            continue;
                        }
                        Architecture architecture =
                                requireNonNull(SKIPS.get(skip), skip).withNormalization(norm);
                        check(
                                golden,
                                activation,
                                initializer,
                                architecture,
                                results.get(initializer).get(norm.key()).get(skip));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals((ALL ? 80 : 40) * 8 * DEPTH, checked);
    }

    @Test
    void weightGradientsOfPlainLayersAgree() {
        JsonNode results = Golden.table("weight_gradients_256x20.json").get("results");
        try (Golden golden = new Golden()) {
            for (String activation : results.propertyNames()) {
                for (String initializer : results.get(activation).propertyNames()) {
                    check(
                            golden,
                            activation,
                            initializer,
                            Architecture.PLAIN,
                            results.get(activation).get(initializer));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(4 * 4 * 3 * DEPTH, checked);
    }

    private void check(
            Golden golden,
            String activation,
            String initializer,
            Architecture architecture,
            JsonNode theirs) {
        boolean inTheirBatch = architecture.normalization() == Normalization.BATCH;
        int samples = inTheirBatch ? THEIR_BATCH : BATCH;
        Experiment experiment =
                Golden.experiment(
                                Keyed.find("activation", ActivationFunction.values(), activation),
                                requireNonNull(INITIALIZERS.get(initializer)))
                        .withWidths(new LayerWidths.Same(DEPTH, WIDTH))
                        .withSamples(samples)
                        .withArchitecture(architecture);
        List<Snapshot> runs = golden.runThereAndBack(experiment, 1);
        double slack = inTheirBatch ? 0 : Math.hypot(BATCH_ERROR, wandering(experiment));
        for (String name : theirs.propertyNames()) {
            if (!FIGURES.containsKey(name)) {
                continue; // the same in float64, read below
            }
            JsonNode reference =
                    name.equals("unit_std") && theirs.has("unit_std_float64")
                            ? theirs.get("unit_std_float64")
                            : theirs.get(name);
            for (int layer = 1; layer <= DEPTH; layer++) {
                double mine =
                        Golden.average(runs, layer, FIGURES.get(name))
                                * inTheirBatch(name, samples);
                double average = reference.get("avg").get(layer - 1).asDouble();
                double error = error(reference, layer);
                double scale =
                        name.equals("act_mean") || name.equals("unit_std")
                                ? theirs.get("act_rms").get("avg").get(layer - 1).asDouble()
                                : average;
                double rounding = name.equals("unit_std") ? ROUNDING * scale : 0;
                double tolerance =
                        4
                                        * Math.sqrt(
                                                error * error * (1 + THEIR_RUNS)
                                                        + slack * slack * scale * scale)
                                + rounding;
                if (!(Math.abs(mine - average) <= tolerance)) {
                    wrong.add(
                            "%s, %s, layer %d: %s %s, theirs %s ± %s"
                                    .formatted(
                                            experiment.caption(),
                                            architecture.label(),
                                            layer,
                                            name,
                                            mine,
                                            average,
                                            error));
                }
                checked++;
            }
        }
    }

    /// The relative spread of a std between runs where the scale of a signal runs away from a
    /// critical point that is not stable, as plain GELU and SiLU layers' does.
    private static double wandering(Experiment experiment) {
        boolean isUnstable =
                switch (experiment.activation().function()) {
                    case GELU, SILU -> experiment.architecture().isPlain();
                    default -> false;
                };
        return isUnstable ? Math.sqrt(UNSTABLE * DEPTH / WIDTH) / 2 : 0;
    }

    /// The gradients by weights are sums over the samples, whose cotangents are independent: they
    /// grow with the root of their number.
    private static double inTheirBatch(String name, int samples) {
        return name.equals("grad_w_rms") ? Math.sqrt((double) THEIR_BATCH / samples) : 1;
    }

    /// The standard error of a layer's average: the largest, relative to the averages, of its
    /// neighbours'.
    private static double error(JsonNode reference, int layer) {
        double largest = 0;
        for (int i = Math.max(1, layer - 2); i <= Math.min(DEPTH, layer + 2); i++) {
            double average = Math.abs(reference.get("avg").get(i - 1).asDouble());
            double error = reference.get("se").get(i - 1).asDouble();
            largest = Math.max(largest, average == 0 ? 0 : error / average);
        }
        double average = Math.abs(reference.get("avg").get(layer - 1).asDouble());
        return Math.max(largest * average, reference.get("se").get(layer - 1).asDouble());
    }

    private static Architecture skip(Skip skip, BranchScale scale) {
        return new Architecture(Normalization.NONE, skip, scale);
    }
}
