package dev.weightscope.ui.inspect;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.inspect.FittingLaw;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.model.Quoted;
import dev.weightscope.report.Likeness;
import dev.weightscope.report.TensorReport;
import java.util.Locale;
import java.util.Optional;

/// What a tensor looks like, in the two lines of a cell.
final class LikenessText {
    private static final int DIGITS = 2;

    private LikenessText() {}

    /// `He normal`, `Trained`; `…` of what has not been read yet.
    static String headline(TensorReport report) {
        Optional<LawMatch> match = report.match();
        if (match.isPresent()) {
            String text = Likeness.headline(match.get());
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
        return report.tensor().type().isPresent()
                ? "…"
                : "Cannot be read: " + Quoted.value(report.tensor().dtype());
    }

    /// `KS 0.0037, p = 0.33`; `nearest: He normal, KS 0.07`; else nothing.
    static String detail(TensorReport report) {
        LawMatch match = report.match().orElse(null);
        if (match == null || match.law().equals(LawMatch.UNKNOWN)) {
            return "";
        }
        if (match.law().equals(LawMatch.TRAINED)) {
            return match.nearest()
                    .map(each ->
                            "nearest: %s, KS %s"
                                    .formatted(Likeness.name(each.law()), number(each.distance())))
                    .orElse("");
        }
        FittingLaw first = match.laws().getFirst();
        return first.distance() == 0
                ? first.law().law().text()
                : "KS %s, p = %s".formatted(number(first.distance()), number(first.pValue()));
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }
}
