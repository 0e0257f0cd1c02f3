package dev.weightscope.ui.chart;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.TensorStatistics;
import java.util.Locale;
import java.util.function.Function;

/// The rows of a table of statistics.
enum Statistic {
    COUNT("Values", tensor -> whole(tensor.count())),
    MEAN("Mean", tensor -> number(tensor.mean())),
    STD("Std", tensor -> number(tensor.std())),
    RMS("RMS", tensor -> number(tensor.rms())),
    PER_UNIT_STD("Per-unit std", tensor -> number(tensor.perUnitStd())),
    MIN("Smallest", tensor -> number(tensor.min())),
    MAX("Largest", tensor -> number(tensor.max())),
    ZEROS("Exactly 0", tensor -> percent(tensor.zeroShare())),
    SATURATED("Saturated", tensor -> percent(tensor.saturatedShare())),
    INFINITE("±∞", tensor -> whole(tensor.infiniteCount())),
    NAN("NaN", tensor -> whole(tensor.nanCount()));

    private final String label;

    // The functions capture nothing, so the constants are as immutable as the checker asks.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<TensorStatistics, String> text;

    Statistic(String label, Function<TensorStatistics, String> text) {
        this.label = label;
        this.text = text;
    }

    String label() {
        return label;
    }

    String text(TensorStatistics tensor) {
        return text.apply(tensor);
    }

    private static String number(double value) {
        return Numbers.significant(value, 5).replace('-', '−');
    }

    private static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share, 3) + " %";
    }
}
