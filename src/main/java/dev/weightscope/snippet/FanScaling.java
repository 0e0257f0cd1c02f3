package dev.weightscope.snippet;

import dev.weightscope.model.Distribution;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A scheme as variance scaling at gain 1, the form that Keras and JAX have for all of them: Var(W)
/// = scale / fan.
///
/// @param scale as Python
record FanScaling(String scale, FanMode mode, Distribution distribution) {
    /// Empty for a scheme that is not of that form in every layer.
    static Optional<FanScaling> of(LayerLaw layer) {
        FanMode mode = layer.mode();
        return switch (layer.scheme()) {
            case XAVIER_UNIFORM, KERAS_DENSE -> some("1.0", FanMode.FAN_AVG, Distribution.UNIFORM);
            case XAVIER_NORMAL -> some("1.0", FanMode.FAN_AVG, Distribution.NORMAL);
            case HE_UNIFORM -> some(he(layer), mode, Distribution.UNIFORM);
            case HE_NORMAL -> some(he(layer), mode, Distribution.NORMAL);
            case LECUN_UNIFORM -> some("1.0", FanMode.FAN_IN, Distribution.UNIFORM);
            case LECUN_NORMAL -> some("1.0", FanMode.FAN_IN, Distribution.NORMAL);
            case FLAX_DENSE -> some("1.0", FanMode.FAN_IN, Distribution.TRUNCATED);
            case PYTORCH_LINEAR -> some("1 / 3", FanMode.FAN_IN, Distribution.UNIFORM);
            case DJL_XAVIER -> some("2.0", FanMode.FAN_AVG, Distribution.UNIFORM);
            case DL4J_RELU -> some("2.0", FanMode.FAN_IN, Distribution.NORMAL);
            case VARIANCE_SCALING ->
                    some(
                            Numbers.plain(
                                    layer.standard().parameters().get(InitializerParameter.SCALE)),
                            mode,
                            layer.standard().parameters().distribution());
            case ZEROS, CONSTANT, IDENTITY, NORMAL, UNIFORM, TRUNCATED_NORMAL, LOW, LARGE, SPARSE ->
                    Optional.empty();
            case ORTHOGONAL, GPT2, DEPTH_SCALED, FIXUP, DELTA_ZERO, LSUV -> Optional.empty();
        };
    }

    private static Optional<FanScaling> some(
            String scale, FanMode mode, Distribution distribution) {
        return Optional.of(new FanScaling(scale, mode, distribution));
    }

    private static String he(LayerLaw layer) {
        return layer.slope() == 0
                ? "2.0"
                : "2 / (1 + %s**2)".formatted(Numbers.plain(layer.slope()));
    }

    /// The class of Keras that is this, and the function of JAX when its words are joined by
    /// underscores; empty where there is none. Their names with `Normal` are truncated.
    Optional<String> kerasName() {
        return switch (distribution) {
            case NORMAL -> Optional.empty();
            case UNIFORM -> prefix().map(prefix -> prefix + "Uniform");
            case TRUNCATED -> prefix().map(prefix -> prefix + "Normal");
        };
    }

    Optional<String> jaxName() {
        return kerasName()
                .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }

    /// Warns of the framework's initializer of the same name, which is another law.
    ///
    /// @param whose the framework's
    List<String> remark(String whose) {
        return prefix()
                .filter(_ -> distribution == Distribution.NORMAL)
                .map(prefix ->
                        "# Not %s %s normal, which is cut at two stds.".formatted(whose, prefix))
                .stream()
                .toList();
    }

    private Optional<String> prefix() {
        return switch (mode) {
            case FAN_IN ->
                    switch (scale) {
                        case "1.0" -> Optional.of("Lecun");
                        case "2.0" -> Optional.of("He");
                        default -> Optional.empty();
                    };
            case FAN_AVG -> scale.equals("1.0") ? Optional.of("Glorot") : Optional.empty();
            case FAN_OUT, FAN_GEO_AVG -> Optional.empty();
        };
    }
}
