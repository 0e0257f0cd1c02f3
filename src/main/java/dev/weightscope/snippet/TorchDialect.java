package dev.weightscope.snippet;

import static dev.weightscope.snippet.PythonScript.behind;
import static dev.weightscope.snippet.PythonScript.times;

import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PyTorch's `torch.nn.init` fills a tensor in place; weights are out × in.
final class TorchDialect implements Dialect {
    private static final String ROOT = "math.sqrt";
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
        Optional<List<String>> named =
                layer.isZero() ? Optional.empty() : TorchInitializers.lines(layer, "W");
        return named.map(lines -> behind(List.of(empty(SHAPE, "W")), lines))
                .orElseGet(() -> byLaw(layer));
    }

    private static List<String> byLaw(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of("W = " + constant(SHAPE, value));
            case Law.Identity(double scale) ->
                    List.of("W = " + times(scale, "torch.eye(fan_out, fan_in)"));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(List.of(empty(SHAPE, "W"), normal("W", s.name())));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.spread(ROOT, limit);
                yield a.then(List.of(empty(SHAPE, "W"), uniform("W", a.name())));
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                String number = Numbers.plain(cut);
                yield s.then(
                        List.of(
                                empty(SHAPE, "W"),
                                "torch.nn.init.trunc_normal_(W, std=%s, a=-%s * %s, b=%s * %s)"
                                        .formatted(s.name(), number, s.name(), number, s.name())));
            }
            case Law.Sparse(double sparsity, double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        List.of(
                                empty(SHAPE, "W"),
                                "torch.nn.init.sparse_(W, sparsity=%s, std=%s)"
                                        .formatted(Numbers.plain(sparsity), s.name())));
            }
            case Law.Orthogonal(double scale) ->
                    List.of(
                            empty(SHAPE, "W"),
                            "torch.nn.init.orthogonal_(W, gain=%s)"
                                    .formatted(Numbers.plain(scale)));
            case Law.LayerSequential(double scale) -> layerSequential(scale);
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
        };
    }

    @Override
    public List<String> bias(LayerLaw layer) {
        return switch (layer.bias()) {
            case Law.Constant(double value) -> List.of("b = " + constant("fan_out", value));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.biasSpread(ROOT, std);
                yield s.then(List.of(empty("fan_out", "b"), normal("b", s.name())));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.biasSpread(ROOT, limit);
                yield a.then(List.of(empty("fan_out", "b"), uniform("b", a.name())));
            }
            case Law.Identity _, Law.TruncatedNormal _, Law.Orthogonal _ -> throw layer.noBias();
            case Law.LayerSequential _, Law.Sparse _, Law.Custom _ -> throw layer.noBias();
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

    private static String normal(String name, String std) {
        return "torch.nn.init.normal_(%s, std=%s)".formatted(name, std);
    }

    private static String uniform(String name, String limit) {
        return "torch.nn.init.uniform_(%s, -%s, %s)".formatted(name, limit, limit);
    }
}
