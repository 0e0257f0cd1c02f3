package dev.weightscope.model;

/// Where the weights of every layer come from.
///
/// @param initializer draws them, or has them from a file
/// @param gain multiplies every weight, 0..1000000; biases are left alone
public record Weights(Initializer initializer, double gain) {
    public static final double MAX_GAIN = 1e6;

    public Weights {
        Require.inRange("gain", gain, 0, MAX_GAIN);
    }

    /// The law of the fanIn × fanOut weight matrix of a layer, gain included.
    ///
    /// @param activation the network's; He's law asks for its slope
    public Law law(LayerPlace place, Activation activation) {
        return initializer.weights(place, activation).times(gain);
    }

    public Weights withInitializer(Initializer newInitializer) {
        return new Weights(newInitializer, gain);
    }

    public Weights withGain(double newGain) {
        return new Weights(initializer, newGain);
    }
}
