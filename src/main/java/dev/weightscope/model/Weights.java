package dev.weightscope.model;

/// Where the weights of every layer come from.
public sealed interface Weights {
    double MAX_GAIN = 1e6;

    /// The law of the fanIn × fanOut weight matrix of a layer, gain included.
    ///
    /// @param activation the network's; He's law asks for its slope
    Law law(LayerPlace place, Activation activation);

    /// Drawn from the law of an initializer.
    ///
    /// @param gain multiplies every weight, 0..1000000; biases are left alone
    record Drawn(Initializer initializer, double gain) implements Weights {
        public Drawn {
            Require.inRange("gain", gain, 0, MAX_GAIN);
        }

        @Override
        public Law law(LayerPlace place, Activation activation) {
            return initializer.weights(place, activation).times(gain);
        }

        public Drawn withInitializer(Initializer newInitializer) {
            return new Drawn(newInitializer, gain);
        }

        public Drawn withGain(double newGain) {
            return new Drawn(initializer, newGain);
        }
    }
}
