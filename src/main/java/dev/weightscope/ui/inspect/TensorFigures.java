package dev.weightscope.ui.inspect;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.inspect.FittingLaw;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.report.Likeness;
import dev.weightscope.report.Spectrum;
import dev.weightscope.report.TensorReport;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.weights.Fans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is told of the selected tensor beside its charts.
final class TensorFigures {
    private static final int DIGITS = 4;

    /// As many laws as a panel lists.
    private static final int MOST_LAWS = 8;

    private TensorFigures() {}

    /// @param spectrum empty before it is known, and of what is no matrix
    static List<KeyFigure> of(TensorReport report, Optional<Spectrum> spectrum) {
        List<KeyFigure> figures = new ArrayList<>();
        report.fans()
                .ifPresent(fans -> {
                    figures.add(
                            new KeyFigure("Layout", fans.layout().label(), "How its weights lie"));
                    figures.add(
                            new KeyFigure(
                                    "Fan-in, fan-out",
                                    String.format(Locale.ROOT, "%,d, %,d", fans.in(), fans.out()),
                                    "Connections of each output and of each input; of a"
                                            + " convolution times the area of its kernel"));
                });
        report.survey().ifPresent(survey -> add(figures, survey, report.fans()));
        spectrum.ifPresent(found ->
                figures.add(
                        new KeyFigure(
                                "Singular values",
                                "%s … %s"
                                        .formatted(
                                                number(found.values().getLast()),
                                                number(found.values().getFirst())),
                                "The smallest and the largest")));
        return figures;
    }

    private static void add(List<KeyFigure> figures, TensorSurvey survey, Optional<Fans> fans) {
        figures.add(new KeyFigure("Mean", number(survey.mean()), "Of all finite values"));
        figures.add(new KeyFigure("Std", number(survey.std()), "About the mean"));
        fans.ifPresent(each ->
                figures.add(
                        new KeyFigure(
                                "n_in · Var W",
                                number(each.in() * survey.std() * survey.std()),
                                "1 holds the variance of a linear network's signal, 2 of a ReLU"
                                        + " network's")));
        figures.add(
                new KeyFigure(
                        "Excess kurtosis",
                        number(survey.kurtosis()),
                        "0 for a normal law, −1.2 for a uniform one"));
        figures.add(new KeyFigure("Largest |w|", number(survey.largest()), "Of finite values"));
        figures.add(
                new KeyFigure(
                        "Zeros, not finite",
                        "%s, %s"
                                .formatted(
                                        count(survey.zeros()),
                                        count(survey.infinite() + survey.nan())),
                        "Values that are exactly 0, and those that are infinite or NaN"));
    }

    /// Of two files.
    static List<KeyFigure> of(TensorDifference difference) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(
                new KeyFigure(
                        "Distance",
                        number(difference.distance()),
                        "Root mean square of the differences"));
        figures.add(
                new KeyFigure(
                        "… of its own length",
                        number(difference.relative()),
                        "In parts of the first tensor's root mean square"));
        figures.add(
                new KeyFigure(
                        "Angle",
                        Double.isNaN(difference.degrees())
                                ? "–"
                                : number(difference.degrees()) + "°",
                        "Between the two as vectors"));
        figures.add(
                new KeyFigure(
                        "Largest difference", number(difference.largest()), "As a magnitude"));
        figures.add(
                new KeyFigure(
                        "Changed",
                        "%s of %s"
                                .formatted(count(difference.changed()), count(difference.count())),
                        "At how many places the two differ"));
        return figures;
    }

    /// Those that fit, or where none does the nearest: name, std and distance.
    static List<KeyFigure> laws(LawMatch match) {
        List<FittingLaw> laws =
                match.laws().isEmpty() ? match.nearest().stream().toList() : match.laws();
        return laws.stream()
                .limit(MOST_LAWS)
                .map(each ->
                        new KeyFigure(
                                Likeness.name(each.law()),
                                "KS " + NumberText.significant(each.distance(), 2),
                                "%s: %s, of std %s; p %s by all tests together"
                                        .formatted(
                                                Likeness.name(each.law()),
                                                each.law().law().text(),
                                                number(each.std()),
                                                NumberText.significant(each.pValue(), 2))))
                .toList();
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }

    private static String count(long count) {
        return count == 0 ? "none" : String.format(Locale.ROOT, "%,d", count);
    }
}
