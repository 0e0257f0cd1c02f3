package dev.weightscope.inspect;

import dev.weightscope.model.Keyed;
import dev.weightscope.model.Law;

/// The form of a law, whatever its scale.
public enum Shape implements Keyed {
    NORMAL("normal", "normal"),
    UNIFORM("uniform", "uniform"),
    CUT_2("cut-2", "normal, cut at 2 stds"),
    CUT_3("cut-3", "normal, cut at 3 stds");

    private final String key;
    private final String label;

    Shape(String key, String label) {
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

    /// The law of this shape whose scale fits best: a uniform one by its largest magnitude m, of n
    /// values m·(n + 1)/n, the others by the mean of squares.
    ///
    /// @param rms √(mean of squares)
    /// @param largest magnitude
    /// @param count how many values there are
    Law fitted(double rms, double largest, double count) {
        return switch (this) {
            case NORMAL -> new Law.Normal(rms);
            case UNIFORM -> new Law.Uniform(largest * (count + 1) / count);
            case CUT_2 -> cut(rms, 2);
            case CUT_3 -> cut(rms, 3);
        };
    }

    private static Law cut(double rms, double cut) {
        return new Law.TruncatedNormal(rms / Law.TruncatedNormal.shrinkage(cut), cut);
    }
}
