package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.behind;
import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.FanMode;
import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The initializers of Keras 3 are objects that are called with a shape; weights are in × out.
final class KerasDialect implements Dialect {
    private static final String ROOT = "math.sqrt";
    private static final String SHAPE = "(fan_in, fan_out)";
    private static final String BIAS_SHAPE = "(fan_out,)";
    private static final String BIAS_SEED = "seed + 1";

    /// Where Keras cuts its truncated normals, in stds.
    private static final double CUT = 2;

    @Override
    public List<String> opening(long seed, String lines) {
        List<String> opening = new ArrayList<>();
        if (lines.contains("seed=seed")) {
            opening.add("seed = " + seed);
        }
        if (lines.contains("rng.")) {
            opening.add("rng = np.random.default_rng(%d)".formatted(seed));
        }
        return opening;
    }

    @Override
    public List<String> weights(LayerLaw layer) {
        if (layer.weights() instanceof Law.Loaded) {
            return byLaw(layer);
        }
        return layer.isZero()
                ? List.of("W = " + made("Zeros()", SHAPE))
                : scaled(layer).orElseGet(() -> byLaw(layer));
    }

    /// By Keras's own variance scaling, which has no geometric average.
    private static Optional<List<String>> scaled(LayerLaw layer) {
        return FanScaling.of(layer)
                .filter(scaling -> scaling.mode() != FanMode.FAN_GEO_AVG)
                .map(scaling ->
                        behind(
                                scaling.remark("Keras's"),
                                List.of(
                                        "initializer = keras.initializers." + call(scaling),
                                        "W = "
                                                + times(
                                                        layer.experiment().gain(),
                                                        "initializer(" + SHAPE + ")"))));
    }

    private static String call(FanScaling scaling) {
        return scaling.kerasName()
                .map(name -> name + "(seed=seed)")
                .orElseGet(() ->
                        "VarianceScaling(%s, \"%s\", \"%s\", seed=seed)"
                                .formatted(
                                        scaling.scale(),
                                        scaling.mode().key(),
                                        switch (scaling.distribution()) {
                                            case NORMAL -> "untruncated_normal";
                                            case UNIFORM -> "uniform";
                                            case TRUNCATED -> "truncated_normal";
                                        }));
    }

    private static List<String> byLaw(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of("W = " + made(constant(value), SHAPE));
            case Law.Identity(double scale) ->
                    List.of("W = " + made("Identity(%s)".formatted(Numbers.plain(scale)), SHAPE));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then("W = " + made(normal(s.name(), "seed"), SHAPE));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.spread(ROOT, limit);
                yield a.then("W = " + made(uniform(a.name(), "seed"), SHAPE));
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        cut == CUT
                                ? List.of(
                                        "W = "
                                                + made(
                                                        "TruncatedNormal(0.0, %s, seed=seed)"
                                                                .formatted(s.name()),
                                                        SHAPE))
                                : byHand(
                                        "Keras cuts at two stds alone: by hand.",
                                        NumpyDraws.truncated(s.name(), cut)));
            }
            case Law.Orthogonal(double scale) ->
                    List.of(
                            "W = "
                                    + made(
                                            "Orthogonal(%s, seed=seed)"
                                                    .formatted(Numbers.plain(scale)),
                                            SHAPE));
            case Law.LayerSequential(double scale) -> layerSequential(scale);
            case Law.Sparse(double sparsity, double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        byHand(
                                "Keras has no sparse initializer: by hand.",
                                NumpyDraws.sparse(s.name(), sparsity)));
            }
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
            case Law.Loaded law ->
                    LoadedText.weights(layer, law, Layout.IN_OUT, false, KerasDialect::float32);
        };
    }

    private static List<String> byHand(String comment, List<String> lines) {
        return behind(
                behind(List.of("# " + comment), lines),
                List.of("W = keras.ops.convert_to_tensor(W)"));
    }

    private static List<String> layerSequential(double scale) {
        List<String> lines = new ArrayList<>(LayerSequentialText.comment("Keras"));
        lines.add("x = keras.random.normal((1000, fan_in), seed=seed + 2)");
        lines.add("Q = " + made("Orthogonal(seed=seed)", SHAPE));
        lines.addAll(
                LayerSequentialText.loop(
                        "float(keras.ops.std(keras.ops.matmul(x, Q / divisor) + b))",
                        "math.isfinite",
                        scale));
        return lines;
    }

    @Override
    public List<String> bias(LayerLaw layer) {
        return layer.biasLines(
                ROOT,
                value -> "b = " + made(constant(value), BIAS_SHAPE),
                std -> "b = " + made(normal(std, BIAS_SEED), BIAS_SHAPE),
                limit -> "b = " + made(uniform(limit, BIAS_SEED), BIAS_SHAPE),
                law -> LoadedText.bias(layer, law, false, KerasDialect::float32));
    }

    @Override
    public List<String> rounded(NumberFormat format) {
        return List.of(
                "W, b = keras.ops.cast(W, \"%s\"), keras.ops.cast(b, \"%s\")"
                        .formatted(format.key(), format.key()));
    }

    private static String made(String initializer, String shape) {
        return "keras.initializers.%s(%s)".formatted(initializer, shape);
    }

    private static String constant(double value) {
        return value == 0 ? "Zeros()" : "Constant(%s)".formatted(Numbers.plain(value));
    }

    private static String normal(String std, String seed) {
        return "RandomNormal(0.0, %s, seed=%s)".formatted(std, seed);
    }

    private static String uniform(String limit, String seed) {
        return "RandomUniform(-%s, %s, seed=%s)".formatted(limit, limit, seed);
    }

    private static String float32(String tensor) {
        return "keras.ops.convert_to_tensor(%s.astype(\"float32\"))".formatted(tensor);
    }
}
