package dev.weightscope.inspect;

import dev.weightscope.model.Law;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The density of laws that draw entries one by one.
public final class LawDensity {
    private LawDensity() {}

    /// Of a normal, uniform or truncated normal law, per unit of the weight, whose integral is 1;
    /// empty for any other, and for one that draws 0 alone.
    public static Optional<DoubleUnaryOperator> of(Law law) {
        return switch (law) {
            case Law.Normal(double std) -> of(law, std);
            case Law.TruncatedNormal(double std, double _) -> of(law, std);
            case Law.Uniform(double limit) -> of(law, limit);
            case Law.Constant _, Law.Identity _, Law.Orthogonal _, Law.LayerSequential _ ->
                    Optional.empty();
            case Law.Sparse _, Law.Custom _, Law.Loaded _ -> Optional.empty();
        };
    }

    private static Optional<DoubleUnaryOperator> of(Law law, double scale) {
        return scale > 0 ? Optional.of(EntryLaw.of(law)::density) : Optional.empty();
    }
}
