package dev.weightscope.model;

import java.util.Optional;
import java.util.OptionalDouble;

/// The gain that PyTorch recommends for an activation, over what an initializer already contains.
///
/// @param initializer its Var(W) is contained² / fan; √2 of He for ReLU, 1 of Xavier
/// @param activation its Var(W) is to be activation² / fan
/// @param symbol of `activation`: `√2`, `5/3`
public record RecommendedGain(double initializer, double activation, String symbol) {
    /// Where there is nothing left to multiply, two roots of the same number may differ in a bit.
    private static final double ROUNDING = 1e-12;

    /// Empty for an activation that PyTorch's `calculate_gain` does not know, and for an
    /// initializer whose variance does not follow from the width.
    public static Optional<RecommendedGain> of(Initializer initializer, Activation activation) {
        OptionalDouble contained = contained(initializer, activation);
        return contained.isEmpty()
                ? Optional.empty()
                : recommended(activation)
                        .map(gain ->
                                new RecommendedGain(
                                        contained.getAsDouble(), gain.value, gain.symbol));
    }

    /// The gain to choose; exactly 1 where the initializer contains all of it.
    public double value() {
        double value = activation / initializer;
        return Math.abs(value - 1) <= ROUNDING ? 1 : value;
    }

    private record Known(double value, String symbol) {}

    private static Optional<Known> recommended(Activation activation) {
        return switch (activation.function()) {
            case LINEAR, SIGMOID -> Optional.of(new Known(1, "1"));
            case TANH -> Optional.of(new Known(5.0 / 3, "5/3"));
            case RELU -> Optional.of(new Known(Math.sqrt(2), "√2"));
            case LEAKY_RELU -> {
                double slope = activation.negativeSlope();
                yield Optional.of(new Known(Math.sqrt(2 / (1 + slope * slope)), "√(2/(1+a²))"));
            }
            case SELU -> Optional.of(new Known(0.75, "3/4"));
            case ELU, GELU, SILU, SOFTPLUS, SOFTSIGN, MISH, HARDTANH, ERF -> Optional.empty();
        };
    }

    private static OptionalDouble contained(Initializer initializer, Activation activation) {
        return switch (initializer) {
            case StandardInitializer(var scheme, var parameters) -> {
                OptionalDouble scale = InitializerLaws.scale(scheme, parameters, activation);
                yield scale.isPresent() && scale.getAsDouble() > 0
                        ? OptionalDouble.of(Math.sqrt(scale.getAsDouble()))
                        : OptionalDouble.empty();
            }
            case CustomInitializer _, LoadedWeights _ -> OptionalDouble.empty();
        };
    }
}
