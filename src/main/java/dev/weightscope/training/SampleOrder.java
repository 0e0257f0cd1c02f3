package dev.weightscope.training;

import dev.weightscope.model.Keyed;

/// In which order samples are taken.
public enum SampleOrder implements Keyed {
    /// At random, by the seed; each epoch in another order.
    SHUFFLED("shuffled", "Shuffled"),
    /// As they stand in the data.
    GIVEN("given", "As given");

    private final String key;
    private final String label;

    SampleOrder(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
