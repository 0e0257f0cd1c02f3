package dev.weightscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The numbers of one tensor, in the order in which files and tables give them; its histogram is no
/// part of them.
public enum Statistic {
    COUNT("count", "Values", Form.COUNT, TensorStatistics::count),
    MEAN("mean", "Mean", Form.NUMBER, TensorStatistics::mean),
    STD("std", "Std", Form.NUMBER, TensorStatistics::std),
    RMS("rms", "RMS", Form.NUMBER, TensorStatistics::rms),
    PER_UNIT_STD("perUnitStd", "Per-unit std", Form.NUMBER, TensorStatistics::perUnitStd),
    MIN("min", "Smallest", Form.NUMBER, TensorStatistics::min),
    MAX("max", "Largest", Form.NUMBER, TensorStatistics::max),
    ZEROS("zeros", "Exactly 0", Form.SHARE, TensorStatistics::zeroShare),
    SATURATED("saturated", "Saturated", Form.SHARE, TensorStatistics::saturatedShare),
    INFINITE("infinite", "±∞", Form.COUNT, TensorStatistics::infiniteCount),
    NAN("nan", "NaN", Form.COUNT, TensorStatistics::nanCount);

    private enum Form {
        /// A real number.
        NUMBER,
        /// 0..1, shown in percent.
        SHARE,
        /// A whole number.
        COUNT
    }

    private static final int DIGITS_OF_A_SHARE = 3;

    private final String field;
    private final String label;
    private final Form form;

    // The functions capture nothing, so the constants are as immutable as the checker asks.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<TensorStatistics> value;

    Statistic(String field, String label, Form form, ToDoubleFunction<TensorStatistics> value) {
        this.field = field;
        this.label = label;
        this.form = form;
        this.value = value;
    }

    /// Those that files give: all but the count, which follows from the widths and the samples.
    public static List<Statistic> inFiles() {
        return Arrays.stream(values()).filter(each -> each != COUNT).toList();
    }

    /// Its name in JSON and CSV, which never changes: `perUnitStd`.
    public String field() {
        return field;
    }

    /// For people: `Per-unit std`.
    public String label() {
        return label;
    }

    /// The number; NaN where it is undefined, as the per-unit std of one sample, or a value is NaN.
    public double of(TensorStatistics statistics) {
        return value.applyAsDouble(statistics);
    }

    /// Whether it is a whole number.
    public boolean isCount() {
        return form == Form.COUNT;
    }

    /// The number with all its digits, as `Double.toString` or `Long.toString` write it.
    public String exactText(TensorStatistics statistics) {
        return switch (form) {
            case COUNT -> Long.toString((long) of(statistics));
            case NUMBER, SHARE -> Double.toString(of(statistics));
        };
    }

    /// The number for people: `0.1234`, `12.5 %`, `500,000`; a dash where it is undefined.
    ///
    /// @param digits significant ones of a number; a share has three
    public String text(TensorStatistics statistics, int digits) {
        double number = of(statistics);
        return switch (form) {
            case COUNT -> String.format(Locale.ROOT, "%,d", (long) number);
            case SHARE -> Numbers.significant(100 * number, DIGITS_OF_A_SHARE) + " %";
            case NUMBER ->
                    isUndefined(statistics, number) ? "–" : Numbers.significant(number, digits);
        };
    }

    /// Whether no value is to blame that the number is NaN.
    private boolean isUndefined(TensorStatistics statistics, double number) {
        return this == PER_UNIT_STD && Double.isNaN(number) && statistics.nanCount() == 0;
    }
}
