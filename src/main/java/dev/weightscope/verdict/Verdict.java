package dev.weightscope.verdict;

import dev.weightscope.model.Direction;
import dev.weightscope.model.Keyed;
import java.util.ArrayList;
import java.util.List;

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
        STEADY("steady", "Steady", Severity.FINE, Ways.THERE),
        STEADY_IN_THE_MEDIAN(
                "steady-in-the-median", "Steady in the median", Severity.FINE, Ways.THERE),
        FADING("fading", "Fading slowly", Severity.NOTE, Ways.THERE),
        SHRINKING("shrinking", "Shrinking", Severity.CAUTION, Ways.THERE),
        VANISHING("vanishing", "Vanishing", Severity.SERIOUS, Ways.THERE),
        GROWING("growing", "Growing", Severity.CAUTION, Ways.THERE),
        EXPLODING("exploding", "Exploding", Severity.SERIOUS, Ways.THERE),
        SATURATING("saturating", "Saturating", Severity.SERIOUS, Ways.THERE),
        DYING("dying", "Dying", Severity.SERIOUS, Ways.THERE),
        ALIKE("alike", "All inputs alike", Severity.CAUTION, Ways.THERE),
        SATURATED_EXPLODING(
                "saturated-exploding",
                "Saturated, and still exploding",
                Severity.SERIOUS,
                Ways.BOTH),
        BATCH_NORM_EXPLODING(
                "batch-norm-exploding", "Batch norm explodes", Severity.SERIOUS, Ways.BACK),
        GRADIENT_EXPLODING("gradient-exploding", "Gradient explodes", Severity.SERIOUS, Ways.BACK),
        GRADIENT_NAN("gradient-nan", "Gradient is NaN", Severity.SERIOUS, Ways.BACK),
        GRADIENT_GROWING("gradient-growing", "Gradient grows", Severity.CAUTION, Ways.BACK),
        GRADIENT_FADING("gradient-fading", "Gradient fades", Severity.NOTE, Ways.BACK),
        GRADIENT_SHRINKING("gradient-shrinking", "Gradient shrinks", Severity.CAUTION, Ways.BACK),
        GRADIENT_VANISHING("gradient-vanishing", "Gradient vanishes", Severity.SERIOUS, Ways.BACK),
        CANNOT_LEARN("cannot-learn", "Nothing can learn", Severity.SERIOUS, Ways.THERE);

        private final String key;
        private final String label;
        private final Severity severity;
        private final Ways ways;

        Kind(String key, String label, Severity severity, Ways ways) {
            this.key = key;
            this.label = label;
            this.severity = severity;
            this.ways = ways;
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

        /// Whether it is said of the signal's way there, or of the gradient's way back; it may be
        /// of both.
        boolean speaksOf(Direction direction) {
            return switch (ways) {
                case THERE -> direction == Direction.FORWARD;
                case BACK -> direction == Direction.BACKWARD;
                case BOTH -> true;
            };
        }

        private enum Ways {
            THERE,
            BACK,
            BOTH
        }
    }

    /// A named figure, ready to show: `Std, first → last`, `0.628 → 0.228`.
    ///
    /// @param help what it means, in plain words and with its formula
    public record KeyFigure(String name, String value, String help) {}
}
