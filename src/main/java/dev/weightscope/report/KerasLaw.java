package dev.weightscope.report;

import dev.weightscope.model.Law;
import dev.weightscope.weights.DeclaredInitializer;
import dev.weightscope.weights.Fans;
import java.util.Optional;

/// The laws of Keras' initializers (keras/src/initializers/random_initializers.py and
/// constant_initializers.py), whose normal laws are cut at two stds and keep the std that they name
/// only where their scale follows from a fan.
final class KerasLaw {
    private static final double CUT = 2;

    private final DeclaredInitializer declared;
    private final Optional<Fans> fans;

    private KerasLaw(DeclaredInitializer declared, Optional<Fans> fans) {
        this.declared = declared;
        this.fans = fans;
    }

    /// @param fans of the tensor; empty where they are not known
    /// @return empty for an initializer that is not known, and for one whose law is not about 0
    static Optional<Law> of(DeclaredInitializer declared, Optional<Fans> fans) {
        return new KerasLaw(declared, fans).law();
    }

    private Optional<Law> law() {
        return switch (declared.name()) {
            case "GlorotUniform" -> scaled(1, "fan_avg", "uniform");
            case "GlorotNormal" -> scaled(1, "fan_avg", "truncated_normal");
            case "HeUniform" -> scaled(2, "fan_in", "uniform");
            case "HeNormal" -> scaled(2, "fan_in", "truncated_normal");
            case "LecunUniform" -> scaled(1, "fan_in", "uniform");
            case "LecunNormal" -> scaled(1, "fan_in", "truncated_normal");
            case "VarianceScaling" ->
                    scaled(
                            number("scale", 1),
                            declared.settings().getOrDefault("mode", "fan_in"),
                            declared.settings().getOrDefault("distribution", "truncated_normal"));
            case "RandomNormal" -> aboutZero(new Law.Normal(number("stddev", 0.05)));
            case "TruncatedNormal" ->
                    aboutZero(new Law.TruncatedNormal(number("stddev", 0.05), CUT));
            case "RandomUniform" ->
                    number("minval", -0.05) == -number("maxval", 0.05)
                            ? Optional.of(new Law.Uniform(number("maxval", 0.05)))
                            : Optional.empty();
            case "Zeros" -> Optional.of(new Law.Constant(0));
            case "Ones" -> Optional.of(new Law.Constant(1));
            case "Constant" -> Optional.of(new Law.Constant(number("value", 0)));
            case "Orthogonal", "OrthogonalInitializer" ->
                    Optional.of(new Law.Orthogonal(number("gain", 1)));
            case "Identity", "IdentityInitializer" ->
                    Optional.of(new Law.Identity(number("gain", 1)));
            default -> Optional.empty();
        };
    }

    private Optional<Law> scaled(double scale, String mode, String distribution) {
        return fans.map(each -> fan(each, mode))
                .filter(fan -> scale > 0 && fan > 0)
                .flatMap(fan -> ofVariance(scale / fan, distribution));
    }

    private static double fan(Fans fans, String mode) {
        return switch (mode) {
            case "fan_in" -> fans.in();
            case "fan_out" -> fans.out();
            case "fan_avg" -> (fans.in() + (double) fans.out()) / 2;
            default -> 0;
        };
    }

    private static Optional<Law> ofVariance(double variance, String distribution) {
        double std = Math.sqrt(variance);
        return switch (distribution) {
            case "uniform" -> Optional.of(new Law.Uniform(Math.sqrt(3 * variance)));
            case "normal", "truncated_normal" ->
                    Optional.of(
                            new Law.TruncatedNormal(std / Law.TruncatedNormal.shrinkage(CUT), CUT));
            case "untruncated_normal" -> Optional.of(new Law.Normal(std));
            default -> Optional.empty();
        };
    }

    private Optional<Law> aboutZero(Law law) {
        return number("mean", 0) == 0 && number("stddev", 1) > 0
                ? Optional.of(law)
                : Optional.empty();
    }

    /// NaN where what stands there is none.
    private double number(String key, double usual) {
        String text = declared.settings().getOrDefault(key, String.valueOf(usual));
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
