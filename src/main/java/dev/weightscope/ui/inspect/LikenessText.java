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
            String text =
                    match.filter(LikenessText::isOfTooFew).isPresent()
                            ? "too few to tell"
                            : Likeness.headline(match.get());
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
        return report.tensor().type().isPresent()
                ? "…"
                : "Cannot be read: " + Quoted.value(report.tensor().dtype());
    }

    private static boolean isOfTooFew(LawMatch match) {
        return match.law().equals(LawMatch.UNKNOWN) && match.notFinite() == 0;
    }

    /// `KS 0.0037 · tests p 0.33`; `nearest: He normal, KS 0.07`; `16 of at least 50 numbers`; `3
    /// of 10,000 values`; else nothing, as where it would say the headline again.
    static String detail(TensorReport report) {
        LawMatch match = report.match().orElse(null);
        if (match == null) {
            return "";
        }
        if (match.notFinite() > 0) {
            return String.format(
                    Locale.ROOT, "%,d of %,d values", match.notFinite(), report.tensor().count());
        }
        if (isOfTooFew(match)) {
            return report.survey()
                    .map(each ->
                            "%d of at least %d numbers"
                                    .formatted(each.finite(), LawMatch.LEAST_COUNT))
                    .orElse("");
        }
        if (match.law().equals(LawMatch.TRAINED)) {
            return match.nearest()
                    .map(each ->
                            "nearest: %s, KS %s"
                                    .formatted(Likeness.name(each.law()), number(each.distance())))
                    .orElse("");
        }
        FittingLaw first = match.laws().getFirst();
        if (first.distance() > 0) {
            return "KS %s · tests p %s".formatted(number(first.distance()), number(first.pValue()));
        }
        String law = first.law().law().text();
        return law.equalsIgnoreCase(headline(report)) ? "" : law;
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }
}
