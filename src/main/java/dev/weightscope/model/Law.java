package dev.weightscope.model;

import static dev.weightscope.model.SpecialFunctions.normalCdf;
import static dev.weightscope.model.SpecialFunctions.normalDensity;

/// How the entries of one weight matrix, or one bias vector, are drawn: an initializer with all its
/// numbers filled in.
///
/// A weight matrix has shape fanIn × fanOut (a row per input unit), so that a layer is `activations
/// · W + bias`.
public sealed interface Law {
    /// Every entry equal.
    record Constant(double value) implements Law {}

    /// `scale` on the main diagonal, 0 elsewhere; for a rectangular matrix too.
    record Identity(double scale) implements Law {}

    /// Independent N(0, std²).
    record Normal(double std) implements Law {}

    /// Independent U(−limit, limit).
    record Uniform(double limit) implements Law {}

    /// Independent N(0, std²), redrawn outside ±cut·std.
    ///
    /// @param std before the cut
    /// @param cut in units of `std`
    record TruncatedNormal(double std, double cut) implements Law {
        /// The std of a standard normal variable that is cut at ±`cut`: √(1 − 2c·φ(c) / (2Φ(c) −
        /// 1)); 0.87962566103423978 for c = 2, the constant in Keras and JAX.
        public static double shrinkage(double cut) {
            return Math.sqrt(1 - 2 * cut * normalDensity(cut) / (2 * normalCdf(cut) - 1));
        }
    }

    /// `scale` times a Haar distributed orthogonal matrix; for a rectangular one the shorter side
    /// is orthonormal (Saxe et al. 2013, arXiv 1312.6120).
    record Orthogonal(double scale) implements Law {}

    /// Layer-sequential unit variance: `scale` times the orthogonal draws of [Orthogonal], divided
    /// by the std of the layer's pre-activations, which is measured on the batch, layer after layer
    /// (Mishkin & Matas 2015, arXiv 1511.06422). A law of weights alone; their variance depends on
    /// the input.
    record LayerSequential(double scale) implements Law {}

    /// N(0, std²) with ⌈sparsity·fanOut⌉ of every input unit's weights exactly 0 (PyTorch's
    /// `sparse_`; Martens 2010).
    record Sparse(double sparsity, double std) implements Law {
        /// How many of an input unit's weights are 0.
        public int zeros(int fanOut) {
            return (int) Math.min(fanOut, Math.ceil(sparsity * fanOut));
        }
    }

    /// A person's own function, its draws multiplied by `gain`.
    record Custom(WeightInitializer initializer, double gain) implements Law {}

    /// The numbers of a file, multiplied by `gain`.
    record Loaded(LoadedTensor tensor, double gain) implements Law {}

    /// The law of `gain` times this one's draws.
    default Law times(double gain) {
        return switch (this) {
            case Constant(double value) -> new Constant(gain * value);
            case Identity(double scale) -> new Identity(gain * scale);
            case Normal(double std) -> new Normal(gain * std);
            case Uniform(double limit) -> new Uniform(gain * limit);
            case TruncatedNormal(double std, double cut) -> new TruncatedNormal(gain * std, cut);
            case Orthogonal(double scale) -> new Orthogonal(gain * scale);
            case LayerSequential(double scale) -> new LayerSequential(gain * scale);
            case Sparse(double sparsity, double std) -> new Sparse(sparsity, gain * std);
            case Custom(WeightInitializer initializer, double factor) ->
                    new Custom(initializer, gain * factor);
            case Loaded(LoadedTensor tensor, double factor) -> new Loaded(tensor, gain * factor);
        };
    }

    /// Whether entries are drawn at random with mean 0, by a law that is known but for a factor.
    default boolean isDrawn() {
        return switch (this) {
            case Normal _, Uniform _, TruncatedNormal _ -> true;
            case Orthogonal _, LayerSequential _, Sparse _ -> true;
            case Constant _, Identity _, Custom _, Loaded _ -> false;
        };
    }

    /// Whether every entry of a fanIn × fanOut matrix is 0.
    default boolean isZero(int fanIn, int fanOut) {
        return switch (this) {
            case Constant(double value) -> value == 0;
            case Identity(double scale) -> scale == 0;
            case LayerSequential(double scale) -> scale == 0;
            case Normal _, Uniform _, TruncatedNormal _ -> variance(fanIn, fanOut) == 0;
            case Orthogonal _, Sparse _ -> variance(fanIn, fanOut) == 0;
            case Custom _ -> false;
            case Loaded(LoadedTensor tensor, double gain) -> gain * tensor.largestMagnitude() == 0;
        };
    }

    /// The law whose draws this one's are a multiple of, by its std, limit or scale, or by what is
    /// measured; itself where it is not drawn, or only its author knows.
    default Law ofUnitScale() {
        return switch (this) {
            case Normal _ -> new Normal(1);
            case Uniform _ -> new Uniform(1);
            case TruncatedNormal(double _, double cut) -> new TruncatedNormal(1, cut);
            case Orthogonal _, LayerSequential _ -> new Orthogonal(1);
            case Sparse(double sparsity, double _) -> new Sparse(sparsity, 1);
            case Constant _, Identity _, Custom _, Loaded _ -> this;
        };
    }

    /// Var(W), the variance of an entry picked at random from a fanIn × fanOut matrix; NaN for a
    /// custom law, which only its author knows, and for a layer-sequential one, which depends on
    /// the input.
    default double variance(int fanIn, int fanOut) {
        return switch (this) {
            case Constant _ -> 0;
            case Identity(double scale) -> {
                double share = Math.min(fanIn, fanOut) / ((double) fanIn * fanOut);
                yield scale * scale * share * (1 - share);
            }
            case Normal(double std) -> std * std;
            case Uniform(double limit) -> limit * limit / 3;
            case TruncatedNormal(double std, double cut) ->
                    Math.pow(std * TruncatedNormal.shrinkage(cut), 2);
            case Orthogonal(double scale) -> scale * scale / Math.max(fanIn, fanOut);
            case Sparse sparse ->
                    sparse.std() * sparse.std() * (1 - (double) sparse.zeros(fanOut) / fanOut);
            case Loaded(LoadedTensor tensor, double gain) -> gain * gain * tensor.variance();
            case LayerSequential _, Custom _ -> Double.NaN;
        };
    }

    /// The law in the field's notation: `U(−0.0775, 0.0775)`.
    default String text() {
        return switch (this) {
            case Constant(double value) -> "constant " + number(value);
            case Identity(double scale) -> scale == 1 ? "identity" : number(scale) + "·identity";
            case Normal(double std) -> "N(0, " + number(std) + "²)";
            case Uniform(double limit) -> "U(−" + number(limit) + ", " + number(limit) + ")";
            case TruncatedNormal(double std, double cut) ->
                    "N(0, " + number(std) + "²) cut at ±" + number(cut * std);
            case Orthogonal(double scale) ->
                    scale == 1 ? "orthogonal" : number(scale) + "·orthogonal";
            case LayerSequential(double scale) ->
                    (scale == 1 ? "" : number(scale) + "·") + "orthogonal / measured std";
            case Sparse(double sparsity, double std) ->
                    "N(0, " + number(std) + "²), " + number(100 * sparsity) + " % zeros";
            case Custom(WeightInitializer initializer, double _) -> initializer.label();
            case Loaded(LoadedTensor tensor, double gain) ->
                    (gain == 1 ? "" : number(gain) + "·") + Quoted.value(tensor.name());
        };
    }

    private static String number(double value) {
        return Numbers.significant(value, 4);
    }
}
