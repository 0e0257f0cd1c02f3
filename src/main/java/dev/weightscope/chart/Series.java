package dev.weightscope.chart;

import java.util.function.Function;

/// What a setting gives, with the name and the colour that it has on every chart and in the list
/// beside them.
///
/// @param colour index of [Palette#curve]
/// @param values what it gives: numbers along an axis, the statistics of each layer, or a whole
///   answer that these are taken from
public record Series<V>(String label, int colour, Role role, V values) {
    /// Whether a setting follows the sliders.
    public enum Role {
        LIVE,
        PINNED
    }

    /// The same name and colour for what is made of the values.
    public <W> Series<W> map(Function<? super V, ? extends W> change) {
        return new Series<>(label, colour, role, change.apply(values));
    }
}
