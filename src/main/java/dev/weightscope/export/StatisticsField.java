package dev.weightscope.export;

import dev.weightscope.model.TensorStatistics;
import java.util.function.Function;

/// The numbers of one tensor, in the order in which JSON and CSV give them; the histogram follows.
enum StatisticsField {
    MEAN("mean", s -> Double.toString(s.mean())),
    STD("std", s -> Double.toString(s.std())),
    RMS("rms", s -> Double.toString(s.rms())),
    PER_UNIT_STD("perUnitStd", s -> Double.toString(s.perUnitStd())),
    MIN("min", s -> Double.toString(s.min())),
    MAX("max", s -> Double.toString(s.max())),
    /// A share, 0..1.
    ZEROS("zeros", s -> Double.toString(s.zeroShare())),
    /// A share, 0..1.
    SATURATED("saturated", s -> Double.toString(s.saturatedShare())),
    /// A count.
    INFINITE("infinite", s -> Long.toString(s.infiniteCount())),
    /// A count.
    NAN("nan", s -> Long.toString(s.nanCount()));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // the functions capture nothing
    private final Function<TensorStatistics, String> text;

    StatisticsField(String key, Function<TensorStatistics, String> text) {
        this.key = key;
        this.text = text;
    }

    String key() {
        return key;
    }

    /// The number as `Double.toString` or `Long.toString` writes it.
    String text(TensorStatistics statistics) {
        return text.apply(statistics);
    }
}
