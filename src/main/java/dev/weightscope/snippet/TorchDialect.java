package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.behind;
import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/// PyTorch's `torch.nn.init` fills a tensor in place; weights are out × in.
final class TorchDialect implements Dialect {
    private static final String SHAPE = "fan_out, fan_in";

    @Override
    public String layout() {
        return "W is fan_out x fan_in: y = x @ W.T + b";
    }

    @Override
    public List<String> opening(long seed, String lines) {
        return lines.contains("torch.nn.init") || lines.contains("torch.randn")
                ? List.of("torch.manual_seed(%d)".formatted(seed))
                : List.of();
    }

    @Override
    public List<String> weights(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of("W = " + constant(SHAPE, value));
            case Law.Identity(double scale) ->
                    List.of("W = " + times(scale, "torch.eye(fan_out, fan_in)"));
            case Law.LayerSequential(double scale) -> layerSequential(scale);
            case Law.Normal _,
                    Law.Uniform _,
                    Law.TruncatedNormal _,
                    Law.Orthogonal _,
                    Law.Sparse _ ->
                    behind(List.of(empty(SHAPE, "W")), TorchDraws.weights(layer));
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
            case Law.Loaded law ->
                    LoadedText.weights(layer, law, Layout.OUT_IN, true, TorchDialect::float32);
        };
    }

    @Override
    public List<String> bias(LayerLaw layer) {
        return switch (layer.bias()) {
            case Law.Constant(double value) -> List.of("b = " + constant("fan_out", value));
            case Law.Loaded law -> LoadedText.bias(layer, law, true, TorchDialect::float32);
            default -> behind(List.of(empty("fan_out", "b")), TorchDraws.bias(layer));
        };
    }

    @Override
    public List<String> rounded(NumberFormat format) {
        return List.of(
                "W, b = W.to(torch.%s), b.to(torch.%s)".formatted(format.key(), format.key()));
    }

    private static List<String> layerSequential(double scale) {
        List<String> lines = new ArrayList<>(LayerSequentialText.comment("PyTorch"));
        lines.add("x = torch.randn(1000, fan_in)");
        lines.add(empty(SHAPE, "Q"));
        lines.add("torch.nn.init.orthogonal_(Q)");
        lines.addAll(
                LayerSequentialText.loop(
                        "(x @ (Q / divisor).T + b).std(correction=0).item()",
                        "math.isfinite",
                        scale));
        return lines;
    }

    private static String empty(String shape, String name) {
        return "%s = torch.empty(%s)".formatted(name, shape);
    }

    private static String constant(String shape, double value) {
        return value == 0
                ? "torch.zeros(%s)".formatted(shape)
                : "torch.full((%s,), %s)"
                        .formatted(shape, Numbers.plain(value))
                        .replace("(fan_out, fan_in,)", "(fan_out, fan_in)");
    }

    private static String float32(String tensor) {
        return tensor + ".float()";
    }
}
