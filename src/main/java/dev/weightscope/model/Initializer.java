package dev.weightscope.model;

/// What weights are, and the biases where none are given: drawn by a scheme of the catalogue or a
/// person's own, or those of a file.
public sealed interface Initializer extends Keyed
        permits StandardInitializer, CustomInitializer, LoadedWeights {
    @Override
    String key();

    /// Name and parameters, short enough for the end of a curve: `Normal, std 0.01`.
    @Override
    String label();

    /// The catalogue's entry that it is of: key and name, without the parameters.
    Keyed scheme();

    /// The same with the parameters of another, where both have any.
    Initializer withParametersOf(Initializer other);

    /// The law of the fanIn × fanOut weight matrix of a layer at gain 1.
    ///
    /// @param activation the network's; He's law asks for its slope
    Law weights(LayerPlace place, Activation activation);

    /// The law of its own bias for a layer.
    Law bias(LayerPlace place);

    /// The law as text, filled in with the numbers of one layer.
    Explanation explain(LayerPlace place, Activation activation, double gain);

    /// What is said about an initializer.
    ///
    /// @param law in symbols: `W ~ U(−a, a), a = g·√(6 / (nᵢₙ + nₒᵤₜ))`
    /// @param numbers the same in numbers, with the result: `a = 1·√(6 / (500 + 500)) = 0.0775`;
    ///   empty where the law has nothing to fill in
    /// @param variance Var(W), the gain included; NaN where only its author knows, and where it
    ///   follows from the input
    /// @param effectiveVariance σ_w² = fan_in·Var(W)
    /// @param source the paper or class that the law is from
    /// @param elsewhere what PyTorch · Keras · JAX call it
    record Explanation(
            String law,
            String numbers,
            double variance,
            double effectiveVariance,
            String source,
            String elsewhere) {}
}
