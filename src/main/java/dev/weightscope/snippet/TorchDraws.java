package dev.weightscope.snippet;

import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.Numbers;
import java.util.List;
import java.util.Optional;

/// Lines that draw into tensors that are there: `W`, out × in, and `b`.
final class TorchDraws {
    private static final String ROOT = "math.sqrt";

    private TorchDraws() {}

    /// @param layer of a law that is measured, what it begins with: orthogonal
    static List<String> weights(LayerLaw layer) {
        Optional<List<String>> named =
                layer.isZero() || layer.weights() instanceof Law.Loaded
                        ? Optional.empty()
                        : TorchInitializers.lines(layer, "W");
        return named.orElseGet(() -> byLaw(layer));
    }

    private static List<String> byLaw(LayerLaw layer) {
        return switch (layer.weights()) {
            case Law.Constant(double value) -> List.of(constant("W", value));
            case Law.Identity(double scale) ->
                    List.of("torch.nn.init.eye_(W)", "W.mul_(%s)".formatted(Numbers.plain(scale)));
            case Law.Normal(double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(normal("W", s.name()));
            }
            case Law.Uniform(double limit) -> {
                LayerLaw.Spread a = layer.spread(ROOT, limit);
                yield a.then(uniform("W", a.name()));
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                String number = Numbers.plain(cut);
                yield s.then(
                        "torch.nn.init.trunc_normal_(W, std=%s, a=-%s * %s, b=%s * %s)"
                                .formatted(s.name(), number, s.name(), number, s.name()));
            }
            case Law.Sparse(double sparsity, double std) -> {
                LayerLaw.Spread s = layer.spread(ROOT, std);
                yield s.then(
                        "torch.nn.init.sparse_(W, sparsity=%s, std=%s)"
                                .formatted(Numbers.plain(sparsity), s.name()));
            }
            case Law.Orthogonal(double scale) ->
                    List.of(
                            "torch.nn.init.orthogonal_(W, gain=%s)"
                                    .formatted(Numbers.plain(scale)));
            case Law.LayerSequential _ -> List.of("torch.nn.init.orthogonal_(W)");
            case Law.Loaded(LoadedTensor _, double gain) -> {
                String weights =
                        new LoadedText(layer.loaded(), true)
                                .weights(layer.place().layer(), Layout.OUT_IN);
                yield List.of(
                        "W.copy_(%s)"
                                .formatted(
                                        gain == 1
                                                ? weights
                                                : PythonScript.times(gain, weights + ".float()")));
            }
            case Law.Custom custom -> throw new IllegalArgumentException(custom.text());
        };
    }

    static List<String> bias(LayerLaw layer) {
        return layer.biasLines(
                ROOT,
                value -> constant("b", value),
                std -> normal("b", std),
                limit -> uniform("b", limit),
                law ->
                        List.of(
                                "b.copy_(%s)"
                                        .formatted(
                                                new LoadedText(layer.loaded(), true)
                                                        .bias(
                                                                layer.place().layer(),
                                                                law.tensor()))));
    }

    private static String constant(String name, double value) {
        return value == 0
                ? "torch.nn.init.zeros_(%s)".formatted(name)
                : "torch.nn.init.constant_(%s, %s)".formatted(name, Numbers.plain(value));
    }

    private static String normal(String name, String std) {
        return "torch.nn.init.normal_(%s, std=%s)".formatted(name, std);
    }

    private static String uniform(String name, String limit) {
        return "torch.nn.init.uniform_(%s, -%s, %s)".formatted(name, limit, limit);
    }
}
