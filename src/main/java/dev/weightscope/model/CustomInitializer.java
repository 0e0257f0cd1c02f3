package dev.weightscope.model;

/// A person's own initializer in the place of a catalogue's scheme.
public record CustomInitializer(WeightInitializer functions) implements Initializer {
    @Override
    public String key() {
        return functions.key();
    }

    @Override
    public String label() {
        return functions.label();
    }

    @Override
    public Keyed scheme() {
        return this;
    }

    @Override
    public Initializer withParametersOf(Initializer other) {
        return this;
    }

    @Override
    public Law weights(LayerPlace place, Activation activation) {
        return new Law.Custom(functions, 1);
    }

    @Override
    public Law bias(LayerPlace place) {
        return new Law.Custom(functions, 1);
    }

    @Override
    public Explanation explain(LayerPlace place, Activation activation, double gain) {
        return new Explanation(
                "W = g·weights(nᵢₙ, nₒᵤₜ, random)",
                "",
                Double.NaN,
                Double.NaN,
                functions.getClass().getName(),
                "your own");
    }
}
