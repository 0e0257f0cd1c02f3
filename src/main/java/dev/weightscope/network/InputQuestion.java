package dev.weightscope.network;

import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;

/// All that decides what the first layer sees.
///
/// @param sampling of as many samples as there are rows: of a table, no more than it has
/// @param width columns
public record InputQuestion(Sampling sampling, int width, long seed, NumberFormat format) {
    public InputQuestion {
        sampling = sampling.withSamples(sampling.effectiveSamples());
    }

    /// Rows.
    public int samples() {
        return sampling.samples();
    }

    InputQuestion withSamples(int newSamples) {
        return new InputQuestion(sampling.withSamples(newSamples), width, seed, format);
    }
}
