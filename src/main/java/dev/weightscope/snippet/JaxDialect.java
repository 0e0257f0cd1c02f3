package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.behind;
import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JAX's draws take a key; weights are in × out.
final class JaxDialect implements Dialect {
    private static final String ROOT = "math.sqrt";
    private static final String SHAPE = "(fan_in, fan_out)";
    private static final String KEY = "key";
    private static final String BIAS_SHAPE = "(fan_out,)";
    private static final String BIAS_KEY = "jax.random.fold_in(key, 1)";

    @Override
    public List<String> opening(long seed, String lines) {
        return lines.contains("key")
                ? List.of("key = jax.random.key(%d)".formatted(seed))
                : List.of();
    }

    @Override
    public List<String> weights(LayerLaw layer) {
        if (layer.weights() instanceof Law.Loaded) {
            return byLaw(layer);
        }
        return layer.isZero()
                ? List.of("W = " + constant(0, SHAPE))
                : scaled(layer).orElseGet(() -> byLaw(layer));
    }

    private static Optional<List<String>> scaled(LayerLaw layer) {
        return FanScaling.of(layer)
                .map(scaling ->
                        behind(
                                scaling.remark("JAX's"),
                                List.of(
                                        "initializer = jax.nn.initializers." + call(scaling),
                                        "W = "
                                                + times(
                                                        layer.experiment().gain(),
                                                        "initializer(key, "
                                                                + SHAPE
                                                                + ", jnp.float32)"))));
    }

    private static String call(FanScaling scaling) {
        return scaling.jaxName()
                .map(name -> name + "()")
                .orElseGet(() ->
                        "variance_scaling(%s, \"%s\", \"%s\")"
                                .formatted(
                                        scaling.scale(),
                                        scaling.mode().key(),
                                        switch (scaling.distribution()) {
                                            case NORMAL -> "normal";
                                            case UNIFORM -> "uniform";
                                            case TRUNCATED -> "truncated_normal";
                                        }));
    }

    private static List<String> byLaw(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of("W = " + constant(value, SHAPE));
            case Law.Identity(double scale) ->
                    List.of("W = " + times(scale, "jnp.eye(fan_in, fan_out, dtype=jnp.float32)"));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then("W = " + normal(s.name(), KEY, SHAPE));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.spread(ROOT, limit);
                yield a.then(
                        List.of(
                                "# Not by jax.nn.initializers.uniform, which is of [0, a).",
                                "W = " + uniform(a.name(), KEY, SHAPE)));
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                String number = Numbers.plain(cut);
                yield s.then(
                        "W = %s * jax.random.truncated_normal(key, -%s, %s, %s, jnp.float32)"
                                .formatted(s.name(), number, number, SHAPE));
            }
            case Law.Orthogonal(double scale) ->
                    List.of("W = " + made("orthogonal(scale=%s)".formatted(Numbers.plain(scale))));
            case Law.LayerSequential(double scale) -> layerSequential(scale);
            case Law.Sparse(double sparsity, double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        List.of(
                                "# JAX has no sparse initializer: by hand.",
                                "zeros = math.ceil(%s * fan_out)  # of each input's weights"
                                        .formatted(Numbers.plain(sparsity)),
                                "W = " + normal(s.name(), KEY, SHAPE),
                                "places = jax.random.uniform(jax.random.fold_in(key, 2), %s)"
                                        .formatted(SHAPE),
                                "W = jnp.where(jnp.argsort(places, axis=1) < zeros, 0.0, W)"));
            }
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
            case Law.Loaded law ->
                    LoadedText.weights(layer, law, Layout.IN_OUT, false, JaxDialect::float32);
        };
    }

    private static List<String> layerSequential(double scale) {
        List<String> lines = new ArrayList<>(LayerSequentialText.comment("JAX"));
        lines.add("x = jax.random.normal(jax.random.fold_in(key, 2), (1000, fan_in), jnp.float32)");
        lines.add("Q = " + made("orthogonal()"));
        lines.addAll(
                LayerSequentialText.loop(
                        "float((x @ (Q / divisor) + b).std())", "math.isfinite", scale));
        return lines;
    }

    @Override
    public List<String> bias(LayerLaw layer) {
        return layer.biasLines(
                ROOT,
                value -> "b = " + constant(value, BIAS_SHAPE),
                std -> "b = " + normal(std, BIAS_KEY, BIAS_SHAPE),
                limit -> "b = " + uniform(limit, BIAS_KEY, BIAS_SHAPE),
                law -> LoadedText.bias(layer, law, false, JaxDialect::float32));
    }

    @Override
    public List<String> rounded(NumberFormat format) {
        return List.of(
                "W, b = W.astype(jnp.%s), b.astype(jnp.%s)".formatted(format.key(), format.key()));
    }

    private static String made(String initializer) {
        return "jax.nn.initializers.%s(key, %s, jnp.float32)".formatted(initializer, SHAPE);
    }

    private static String constant(double value, String shape) {
        return value == 0
                ? "jnp.zeros(%s, jnp.float32)".formatted(shape)
                : "jnp.full(%s, %s, jnp.float32)".formatted(shape, Numbers.plain(value));
    }

    private static String normal(String std, String key, String shape) {
        return "%s * jax.random.normal(%s, %s, jnp.float32)".formatted(std, key, shape);
    }

    private static String uniform(String limit, String key, String shape) {
        return "jax.random.uniform(%s, %s, jnp.float32, -%s, %s)"
                .formatted(key, shape, limit, limit);
    }

    private static String float32(String tensor) {
        return "jnp.asarray(%s, jnp.float32)".formatted(tensor);
    }
}
