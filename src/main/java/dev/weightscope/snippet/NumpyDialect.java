package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.behind;
import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/// NumPy draws normal and uniform numbers; all else is made from them by hand.
final class NumpyDialect implements Dialect {
    private static final String ROOT = "np.sqrt";
    private static final String SHAPE = "(fan_in, fan_out)";

    @Override
    public List<String> opening(long seed, String lines) {
        return lines.contains("rng.")
                ? List.of("rng = np.random.default_rng(%d)".formatted(seed))
                : List.of();
    }

    @Override
    public List<String> weights(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of("W = " + constant(SHAPE, value));
            case Law.Identity(double scale) ->
                    List.of("W = " + times(scale, "np.eye(fan_in, fan_out, dtype=np.float32)"));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then("W = " + normal(s.name(), SHAPE));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.spread(ROOT, limit);
                yield a.then("W = " + uniform(a.name(), SHAPE));
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        behind(
                                List.of(
                                        "# NumPy has no truncated normal: what lies beyond the cut"
                                                + " is drawn again."),
                                NumpyDraws.truncated(s.name(), cut)));
            }
            case Law.Orthogonal(double scale) ->
                    behind(
                            List.of(
                                    "# NumPy has no orthogonal initializer: by a QR"
                                            + " decomposition."),
                            NumpyDraws.orthogonal("W", scale));
            case Law.LayerSequential(double scale) -> layerSequential(scale);
            case Law.Sparse(double sparsity, double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        behind(
                                List.of("# NumPy has no sparse initializer: by hand."),
                                NumpyDraws.sparse(s.name(), sparsity)));
            }
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
            case Law.Loaded law ->
                    LoadedText.weights(layer, law, Layout.IN_OUT, false, NumpyDialect::float32);
        };
    }

    @Override
    public List<String> bias(LayerLaw layer) {
        return layer.biasLines(
                ROOT,
                value -> "b = " + constant("fan_out", value),
                std -> "b = " + normal(std, "fan_out"),
                limit -> "b = " + uniform(limit, "fan_out"),
                law -> LoadedText.bias(layer, law, false, NumpyDialect::float32));
    }

    @Override
    public List<String> rounded(NumberFormat format) {
        return switch (format) {
            case FLOAT32 -> List.of();
            case FLOAT16 -> List.of("W, b = W.astype(np.float16), b.astype(np.float16)");
            case BFLOAT16 ->
                    List.of(
                            "# The experiment rounds to bfloat16, which NumPy does not have: left"
                                    + " in float32.");
        };
    }

    private static List<String> layerSequential(double scale) {
        List<String> lines = new ArrayList<>(LayerSequentialText.comment("NumPy"));
        lines.add("x = rng.standard_normal((1000, fan_in)).astype(np.float32)");
        lines.addAll(NumpyDraws.orthogonal("Q", 1));
        lines.addAll(
                LayerSequentialText.loop("(x @ (Q / divisor) + b).std()", "np.isfinite", scale));
        return lines;
    }

    private static String constant(String shape, double value) {
        return value == 0
                ? "np.zeros(%s, np.float32)".formatted(shape)
                : "np.full(%s, %s, np.float32)".formatted(shape, Numbers.plain(value));
    }

    private static String normal(String std, String shape) {
        return "rng.normal(0, %s, %s).astype(np.float32)".formatted(std, shape);
    }

    private static String uniform(String limit, String shape) {
        return "rng.uniform(-%s, %s, %s).astype(np.float32)".formatted(limit, limit, shape);
    }

    private static String float32(String tensor) {
        return tensor + ".astype(np.float32)";
    }
}
