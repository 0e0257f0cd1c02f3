package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Twenty layers of 256, every activation with every initializer that PyTorch has, layer by layer
/// against PyTorch's own mean and std, there and back.
///
/// Two errors are added to those of their table. Our batch is smaller, for the sake of time. And a
/// spread that is estimated from ten runs is itself uncertain where a network of finite width
/// wanders, so that the spread which theory expects is allowed for.
class GoldenPeersTest {
    private static final int WIDTH = 256;
    private static final int DEPTH = 20;
    private static final int SAMPLES = 64;
    private static final int SEEDS = 4;
    private static final int THEIR_RUNS = 10;

    /// The relative error that 64 instead of 512 samples add.
    private static final double BATCH_ERROR = 0.01;

    /// The same of gradients, whose slopes differ from sample to sample.
    private static final double GRADIENT_BATCH_ERROR = 0.03;

    /// What a layer adds to the variance of the logarithm of a gradient's squared length, times the
    /// width: no more than 5 in a ReLU network, as forward, and in a saturated one, whose slopes
    /// are those of few units.
    private static final double GRADIENT_WANDERING = 5;

    private static final int THEIR_BATCH = 512;

    private static final Map<String, StandardInitializer> INITIALIZERS = initializers();

    @Test
    void everyActivationWithEveryInitializerAgreesLayerByLayer() {
        JsonNode results = Golden.table("peers_256x20.json").get("results");
        int checked = 0;
        try (Golden golden = new Golden()) {
            for (String activation : results.propertyNames()) {
                ActivationFunction function =
                        Keyed.find(
                                "activation",
                                ActivationFunction.values(),
                                activation.replace('_', '-'));
                for (var entry : INITIALIZERS.entrySet()) {
                    JsonNode theirs = results.get(activation).get(entry.getKey());
                    Experiment experiment =
                            Golden.experiment(function, InitializerScheme.NORMAL)
                                    .withInitializer(entry.getValue())
                                    .withWidths(new LayerWidths.Same(DEPTH, WIDTH))
                                    .withSamples(SAMPLES);
                    List<Snapshot> runs = golden.runThereAndBack(experiment, SEEDS);
                    checked += compare(activation + " " + entry.getKey(), theirs, runs);
                }
            }
        }
        assertEquals(11 * 13 * 20 * 5, checked);
    }

    private static int compare(String what, JsonNode theirs, List<Snapshot> runs) {
        ActivationFunction function = runs.getFirst().experiment().activation().function();
        for (int layer = 1; layer <= DEPTH; layer++) {
            double relativeSlack = Math.hypot(BATCH_ERROR, finiteWidthError(function, layer));
            double std = theirs.get("act_std").get("avg").get(layer - 1).asDouble();
            double preStd = theirs.get("pre_std").get("avg").get(layer - 1).asDouble();
            double slack = relativeSlack * std;
            agrees(what, theirs, "act_mean", runs, layer, each -> each.activation().mean(), slack);
            agrees(what, theirs, "act_std", runs, layer, each -> each.activation().std(), slack);
            agrees(
                    what,
                    theirs,
                    "pre_std",
                    runs,
                    layer,
                    each -> each.preActivation().std(),
                    relativeSlack * preStd);
            compareGradients(what, theirs, runs, layer);
        }
        return 5 * DEPTH;
    }

    /// A gradient wanders with the layers that it has come through; a bounded activation forgets
    /// the scale of its input, but not that of a gradient.
    private static void compareGradients(
            String what, JsonNode theirs, List<Snapshot> runs, int layer) {
        double std = theirs.get("grad_std").get("avg").get(layer - 1).asDouble();
        double wandering = Math.sqrt(GRADIENT_WANDERING * (DEPTH + 1 - layer) / WIDTH) / 2;
        double largest =
                runs.stream()
                        .map(run -> run.layer(layer).of(Quantity.PRE_ACTIVATION_GRADIENT))
                        .mapToDouble(TensorStatistics::std)
                        .max()
                        .orElseThrow();
        double meanError =
                theirs.get("grad_mean").get("se").get(layer - 1).asDouble()
                        * Math.max(1, largest / std); // a mean's error grows with the gradient
        agrees(
                what,
                theirs,
                "grad_std",
                runs,
                layer,
                each -> each.of(Quantity.PRE_ACTIVATION_GRADIENT).std(),
                Math.hypot(GRADIENT_BATCH_ERROR, wandering) * std);
        agrees(
                what,
                theirs,
                "grad_mean",
                runs,
                layer,
                each -> each.of(Quantity.PRE_ACTIVATION_GRADIENT).mean(),
                Math.sqrt((double) THEIR_RUNS * THEIR_BATCH / SAMPLES) * meanError
                        + GRADIENT_BATCH_ERROR * std / Math.sqrt(WIDTH));
    }

    /// The relative spread of a std between runs. The logarithm of the signal's squared length has
    /// variance 5·L/n in a ReLU network, 2·L/n in a linear one (Hanin & Nica 2018, arXiv
    /// 1812.05994); a bounded activation forgets it.
    private static double finiteWidthError(ActivationFunction function, int layer) {
        double perLayer =
                switch (function.saturation()) {
                    case RECTIFIED -> 5;
                    case UNBOUNDED -> 2;
                    case MINUS_ONE_TO_ONE, ZERO_TO_ONE -> 0;
                };
        return Math.sqrt(perLayer * layer / WIDTH) / 2;
    }

    private static void agrees(
            String what,
            JsonNode theirs,
            String name,
            List<Snapshot> runs,
            int layer,
            ToDoubleFunction<LayerStatistics> figure,
            double slack) {
        Golden.assertAgrees(
                what + " " + name,
                theirs.get(name),
                THEIR_RUNS,
                layer,
                Golden.average(runs, layer, figure),
                runs.size(),
                slack);
    }

    private static Map<String, StandardInitializer> initializers() {
        double unit = 1 / Math.sqrt(WIDTH);
        Map<String, StandardInitializer> map = new LinkedHashMap<>();
        map.put("xavier_uniform", of(InitializerScheme.XAVIER_UNIFORM));
        map.put("xavier_normal", of(InitializerScheme.XAVIER_NORMAL));
        map.put("kaiming_uniform_fan_in", of(InitializerScheme.HE_UNIFORM));
        map.put("kaiming_normal_fan_in", of(InitializerScheme.HE_NORMAL));
        map.put(
                "kaiming_normal_fan_out",
                of(InitializerScheme.HE_NORMAL)
                        .withParameters(InitializerParameters.DEFAULTS.withMode(FanMode.FAN_OUT)));
        map.put("lecun_normal", of(InitializerScheme.LECUN_NORMAL));
        map.put("orthogonal", of(InitializerScheme.ORTHOGONAL));
        map.put(
                "trunc_normal",
                of(InitializerScheme.TRUNCATED_NORMAL).with(InitializerParameter.STD, unit));
        map.put("normal_0.01", of(InitializerScheme.NORMAL).with(InitializerParameter.STD, 0.01));
        map.put("normal_1", of(InitializerScheme.NORMAL).with(InitializerParameter.STD, 1));
        map.put("uniform_-1_1", of(InitializerScheme.UNIFORM));
        map.put("torch_linear_default", of(InitializerScheme.PYTORCH_LINEAR));
        map.put("keras_variance_scaling_default", of(InitializerScheme.VARIANCE_SCALING));
        return map;
    }

    private static StandardInitializer of(InitializerScheme scheme) {
        return StandardInitializer.of(scheme);
    }
}
