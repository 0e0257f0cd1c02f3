package dev.weightscope.verdict;

import dev.weightscope.model.Numbers;
import dev.weightscope.verdict.SpectrumVerdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is said of singular values.
public final class SpectrumRules {
    /// All singular values this near to 1 are dynamical isometry.
    private static final double ISOMETRY = 0.05;

    /// Nine in ten values within this factor of 1, and the others within ten times that, are near
    /// to it.
    private static final double NEAR = 2;

    private static final double FAR = 10 * NEAR;

    /// Mean squares within this factor of each other, or of 1, are about the same.
    private static final double SAME = 2;

    /// Medians farther apart than this are not.
    private static final double APART = 10;

    /// From this share of zeros on directions are lost, from the other hardly one is left.
    private static final double LOST = 0.25;

    private static final double NONE_LEFT = 0.9;

    private SpectrumRules() {}

    /// @param entries the live setting first; at least one
    public static SpectrumVerdict judge(List<SpectrumEntry> entries) {
        SpectrumEntry live = entries.getFirst();
        List<String> sentences = new ArrayList<>();
        Outcome outcome = outcome(live);
        sentences.add(sentence(live, outcome));
        if (live.isFinite()) {
            sameAverage(live, entries.subList(1, entries.size())).ifPresent(sentences::add);
            if (live.isRectified() && live.zeroShare() > LOST && outcome != Outcome.COLLAPSED) {
                sentences.add(
                        live.activation()
                                + " sets about half of the directions to 0 at each layer, mostly"
                                + " the same number again: no weights give it isometry.");
            }
        }
        return new SpectrumVerdict(outcome, sentences);
    }

    private static Outcome outcome(SpectrumEntry entry) {
        if (!entry.isFinite()) {
            return Outcome.NOT_FINITE;
        }
        if (entry.zeroShare() >= NONE_LEFT) {
            return Outcome.COLLAPSED;
        }
        if (entry.smallest() >= 1 - ISOMETRY && entry.largest() <= 1 + ISOMETRY) {
            return Outcome.ISOMETRY;
        }
        if (entry.low() >= 1 / NEAR
                && entry.high() <= NEAR
                && entry.smallest() >= 1 / FAR
                && entry.largest() <= FAR) {
            return Outcome.NEAR;
        }
        boolean isAverageKept = entry.meanSquare() >= 1 / SAME && entry.meanSquare() <= SAME;
        if (entry.zeroShare() > LOST && isAverageKept) {
            return Outcome.HALVED;
        }
        if (entry.largest() < 1 / NEAR || entry.meanSquare() < 1 / APART) {
            return Outcome.SHRINKING;
        }
        if (entry.median() > NEAR || entry.meanSquare() > APART) {
            return Outcome.GROWING;
        }
        if (isAverageKept && entry.median() < 1 / APART) {
            return Outcome.AVERAGE_ALONE;
        }
        return entry.zeroShare() > LOST ? Outcome.HALVED : Outcome.SPREAD;
    }

    private static String sentence(SpectrumEntry entry, Outcome outcome) {
        String at = "At depth " + entry.depth() + ", ";
        return switch (outcome) {
            case NOT_FINITE ->
                    at + "the Jacobian is not finite: the signal has left the range of double.";
            case COLLAPSED ->
                    entry.zeroShare() == 1
                            ? at + "every direction is exactly 0: nothing of the input arrives."
                            : at + percent(entry.zeroShare()) + " of the directions are exactly 0.";
            case ISOMETRY ->
                    at
                            + "every direction keeps its length: all are stretched by "
                            + span(entry.smallest(), entry.largest())
                            + ".";
            case NEAR, SPREAD ->
                    at
                            + "four in five directions are stretched by "
                            + span(entry.low(), entry.high())
                            + (outcome == Outcome.NEAR
                                    ? "."
                                    : ", the largest by " + figure(entry.largest()) + ".");
            case AVERAGE_ALONE ->
                    at
                            + "the mean of σ² is "
                            + figure(entry.meanSquare())
                            + ", but the median direction shrinks to "
                            + figure(entry.median())
                            + ": a few large ones make the average.";
            case HALVED ->
                    at
                            + percent(entry.zeroShare())
                            + " of the directions are exactly 0, the others are stretched by up to "
                            + figure(entry.largest())
                            + ".";
            case SHRINKING ->
                    at
                            + "directions are stretched by "
                            + figure(entry.largest())
                            + " at most, the median one by "
                            + figure(entry.median())
                            + ".";
            case GROWING ->
                    at
                            + "directions are stretched by up to "
                            + figure(entry.largest())
                            + ", the median one by "
                            + figure(entry.median())
                            + ".";
        };
    }

    /// Of the others with about the same mean square the one whose median is farthest from the live
    /// setting's.
    private static Optional<String> sameAverage(SpectrumEntry live, List<SpectrumEntry> others) {
        return others.stream()
                .filter(SpectrumEntry::isFinite)
                .filter(other -> other.depth() == live.depth())
                .filter(other -> apart(live.meanSquare(), other.meanSquare()) <= SAME)
                .filter(other -> apart(live.median(), other.median()) >= APART)
                .max(Comparator.comparingDouble(other -> apart(live.median(), other.median())))
                .map(other ->
                        "With "
                                + other.label()
                                + " the median direction "
                                + (other.median() < live.median()
                                        ? "shrinks to "
                                        : "is stretched by ")
                                + figure(other.median())
                                + ". The mean of σ² is "
                                + figure(live.meanSquare())
                                + " and "
                                + figure(other.meanSquare())
                                + ": the mean square cannot tell them apart.");
    }

    /// The factor between two numbers, at least 1; 1 between zeros.
    private static double apart(double a, double b) {
        if (a == b) {
            return 1;
        }
        return Math.max(a, b) / Math.min(a, b);
    }

    private static String span(double low, double high) {
        String from = figure(low);
        String to = figure(high);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String figure(double number) {
        return Numbers.significant(number, 3);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
