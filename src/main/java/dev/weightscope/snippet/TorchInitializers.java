package dev.weightscope.snippet;

import dev.weightscope.model.FanMode;
import dev.weightscope.model.Numbers;
import java.util.List;
import java.util.Optional;

/// The functions of `torch.nn.init` that have a scheme's law, fan and all.
final class TorchInitializers {
    private TorchInitializers() {}

    /// Lines that fill a tensor; empty where no function does.
    ///
    /// @param name of the tensor, out × in
    static Optional<List<String>> lines(LayerLaw layer, String name) {
        return switch (layer.scheme()) {
            case XAVIER_UNIFORM, KERAS_DENSE ->
                    Optional.of(withGain("xavier_uniform_", layer, name));
            case XAVIER_NORMAL -> Optional.of(withGain("xavier_normal_", layer, name));
            case HE_UNIFORM -> he("kaiming_uniform_", layer, name);
            case HE_NORMAL -> he("kaiming_normal_", layer, name);
            case LECUN_UNIFORM ->
                    Optional.of(
                            kaiming("kaiming_uniform_", "nonlinearity=\"linear\"", layer, name));
            case LECUN_NORMAL ->
                    Optional.of(kaiming("kaiming_normal_", "nonlinearity=\"linear\"", layer, name));
            case DL4J_RELU ->
                    Optional.of(kaiming("kaiming_normal_", "nonlinearity=\"relu\"", layer, name));
            case PYTORCH_LINEAR ->
                    Optional.of(kaiming("kaiming_uniform_", "a=math.sqrt(5)", layer, name));
            case ZEROS, CONSTANT, IDENTITY, NORMAL, UNIFORM, TRUNCATED_NORMAL, LOW, LARGE, SPARSE ->
                    Optional.empty();
            case VARIANCE_SCALING, ORTHOGONAL, FLAX_DENSE, DJL_XAVIER, LSUV -> Optional.empty();
            case GPT2, DEPTH_SCALED, FIXUP, DELTA_ZERO -> Optional.empty();
        };
    }

    private static List<String> withGain(String function, LayerLaw layer, String name) {
        String gain = layer.hasGain() ? ", gain=" + layer.gain() : "";
        return List.of("torch.nn.init.%s(%s%s)".formatted(function, name, gain));
    }

    /// Kaiming's functions know no average of the fans.
    private static Optional<List<String>> he(String function, LayerLaw layer, String name) {
        if (layer.mode() != FanMode.FAN_IN && layer.mode() != FanMode.FAN_OUT) {
            return Optional.empty();
        }
        String nonlinearity =
                layer.slope() == 0
                        ? "nonlinearity=\"relu\""
                        : "a=%s, nonlinearity=\"leaky_relu\""
                                .formatted(Numbers.plain(layer.slope()));
        return Optional.of(
                kaiming(
                        function,
                        "mode=\"%s\", %s".formatted(layer.mode().key(), nonlinearity),
                        layer,
                        name));
    }

    private static List<String> kaiming(
            String function, String arguments, LayerLaw layer, String name) {
        String line = "torch.nn.init.%s(%s, %s)".formatted(function, name, arguments);
        return layer.hasGain()
                ? List.of(line, "%s.mul_(%s)".formatted(name, layer.gain()))
                : List.of(line);
    }
}
