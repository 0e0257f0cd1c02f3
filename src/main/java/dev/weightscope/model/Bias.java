package dev.weightscope.model;

/// The biases of every layer.
///
/// @param scale the constant, the std of the normal or the limit of the uniform law, within
///   0..1000000; kept, but not read, by the other kinds
public record Bias(BiasKind kind, double scale) {
    public static final double MAX_SCALE = 1e6;

    /// The initializer's own bias.
    public static final Bias DEFAULT = new Bias(BiasKind.DEFAULT, 0.1);

    public Bias {
        Require.inRange("bias-scale", scale, 0, MAX_SCALE);
    }

    public Bias withKind(BiasKind newKind) {
        return new Bias(newKind, scale);
    }

    public Bias withScale(double newScale) {
        return new Bias(kind, newScale);
    }

    /// The law of the biases of a layer.
    public Law law(Initializer initializer, LayerPlace place) {
        return switch (kind) {
            case DEFAULT -> initializer.bias(place);
            case ZERO -> new Law.Constant(0);
            case CONSTANT -> new Law.Constant(scale);
            case NORMAL -> new Law.Normal(scale);
            case UNIFORM -> new Law.Uniform(scale);
        };
    }

    /// The scale that is in force: the constant, std or limit of [#law]; NaN where there is no such
    /// number, as for a custom initializer's own bias, and that of a file.
    public double scaleInForce(Initializer initializer, LayerPlace place) {
        return switch (law(initializer, place)) {
            case Law.Constant(double value) -> value;
            case Law.Normal(double std) -> std;
            case Law.Uniform(double limit) -> limit;
            case Law.Identity _, Law.TruncatedNormal _, Law.Orthogonal _, Law.Sparse _ ->
                    Double.NaN;
            case Law.LayerSequential _, Law.Custom _, Law.Loaded _ -> Double.NaN;
        };
    }

    /// Biases of this scale, normal ones unless the kind says otherwise.
    public Bias scaledTo(double newScale) {
        return new Bias(kind.hasScale() ? kind : BiasKind.NORMAL, newScale);
    }
}
