package dev.weightscope.verdict;

import dev.weightscope.model.Direction;
import dev.weightscope.model.Keyed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A snapshot in words.
///
/// @param findings one to [#MOST_FINDINGS], the gravest first
/// @param figures the key figures of any snapshot, in the order to show them
/// @param line what is decisive of both ways in one line: `RMS 0.628 → 0.227 · gradient ×0.868 a
///   layer`
public record Verdict(List<Finding> findings, List<KeyFigure> figures, String line) {
    /// More would not be read.
    public static final int MOST_FINDINGS = 3;

    public Verdict {
        findings = List.copyOf(findings);
        figures = List.copyOf(figures);
        if (findings.isEmpty() || findings.size() > MOST_FINDINGS) {
            throw new IllegalArgumentException(
                    "%d findings, not 1 to %d".formatted(findings.size(), MOST_FINDINGS));
        }
    }

    /// With more figures, behind the first.
    public Verdict with(List<KeyFigure> more) {
        List<KeyFigure> all = new ArrayList<>(figures);
        all.addAll(Math.min(1, all.size()), more);
        return new Verdict(findings, all, line);
    }

    /// The finding to be told where there is room for one.
    public Finding gravest() {
        return findings.getFirst();
    }

    /// One thing that is to be said of a snapshot.
    ///
    /// @param brief a few words with the figure that decided, where there is a line's room
    /// @param text one to three sentences with the figures that decided
    public record Finding(Kind kind, String brief, String text) {}

    /// How much a person should mind.
    public enum Severity {
        FINE,
        /// Worth knowing, and no fault.
        NOTE,
        CAUTION,
        SERIOUS
    }

    /// What can be said of a signal on its way through depth, and of the gradient on its way back.
    public enum Kind implements Keyed {
        STEADY("steady", "Steady", Severity.FINE, Direction.FORWARD),
        STEADY_IN_THE_MEDIAN(
                "steady-in-the-median", "Steady in the median", Severity.FINE, Direction.FORWARD),
        FADING("fading", "Fading slowly", Severity.NOTE, Direction.FORWARD),
        SHRINKING("shrinking", "Shrinking", Severity.CAUTION, Direction.FORWARD),
        VANISHING("vanishing", "Vanishing", Severity.SERIOUS, Direction.FORWARD),
        GROWING("growing", "Growing", Severity.CAUTION, Direction.FORWARD),
        EXPLODING("exploding", "Exploding", Severity.SERIOUS, Direction.FORWARD),
        SATURATING("saturating", "Saturating", Severity.SERIOUS, Direction.FORWARD),
        DYING("dying", "Dying", Severity.SERIOUS, Direction.FORWARD),
        ALIKE("alike", "All inputs alike", Severity.CAUTION, Direction.FORWARD),
        SATURATED_EXPLODING(
                "saturated-exploding",
                "Saturated, and still exploding",
                Severity.SERIOUS,
                Direction.FORWARD,
                Direction.BACKWARD),
        BATCH_NORM_EXPLODING(
                "batch-norm-exploding",
                "Batch norm explodes",
                Severity.SERIOUS,
                Direction.BACKWARD),
        GRADIENT_EXPLODING(
                "gradient-exploding", "Gradient explodes", Severity.SERIOUS, Direction.BACKWARD),
        GRADIENT_NAN("gradient-nan", "Gradient is NaN", Severity.SERIOUS, Direction.BACKWARD),
        GRADIENT_GROWING(
                "gradient-growing", "Gradient grows", Severity.CAUTION, Direction.BACKWARD),
        GRADIENT_FADING("gradient-fading", "Gradient fades", Severity.NOTE, Direction.BACKWARD),
        GRADIENT_SHRINKING(
                "gradient-shrinking", "Gradient shrinks", Severity.CAUTION, Direction.BACKWARD),
        GRADIENT_VANISHING(
                "gradient-vanishing", "Gradient vanishes", Severity.SERIOUS, Direction.BACKWARD),
        CANNOT_LEARN("cannot-learn", "Nothing can learn", Severity.SERIOUS, Direction.FORWARD);

        private final String key;
        private final String label;
        private final Severity severity;
        private final Set<Direction> ways;

        Kind(String key, String label, Severity severity, Direction... ways) {
            this.key = key;
            this.label = label;
            this.severity = severity;
            this.ways = Set.of(ways);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String label() {
            return label;
        }

        public Severity severity() {
            return severity;
        }

        /// What it speaks of: the signal's way there, the gradient's way back, or both.
        Set<Direction> ways() {
            return ways;
        }
    }

    /// A named figure, ready to show: `Std, first → last`, `0.628 → 0.228`.
    ///
    /// @param help what it means, in plain words and with its formula
    public record KeyFigure(String name, String value, String help) {}
}
