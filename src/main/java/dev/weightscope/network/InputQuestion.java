package dev.weightscope.network;

import dev.weightscope.model.Input;
import dev.weightscope.model.NumberFormat;

/// All that decides what the first layer sees.
///
/// @param samples rows; no more than a table has
/// @param width columns
/// @param scale multiplies every input
public record InputQuestion(
        Input input, int samples, int width, double scale, long seed, NumberFormat format) {
    InputQuestion withSamples(int newSamples) {
        return new InputQuestion(input, newSamples, width, scale, seed, format);
    }
}
