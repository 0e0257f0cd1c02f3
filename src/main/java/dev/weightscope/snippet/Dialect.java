package dev.weightscope.snippet;

import dev.weightscope.model.NumberFormat;
import java.util.List;

/// What a framework calls a law, in lines of Python. Comments come with the lines they explain.
interface Dialect {
    /// Which way the weights lie, as a comment: inputs first in all frameworks but PyTorch.
    default String layout() {
        return "W is fan_in x fan_out: y = x @ W + b";
    }

    /// What the lines need before them to draw; empty where they hold their seed themselves.
    ///
    /// @param lines that draw or do not
    List<String> opening(long seed, String lines);

    /// Lines that make `W`.
    List<String> weights(LayerLaw layer);

    /// Lines that make `b`, of `fan_out` entries.
    List<String> bias(LayerLaw layer);

    /// Lines that round `W` and `b`.
    ///
    /// @param format not float32, which they are in
    List<String> rounded(NumberFormat format);
}
