package dev.weightscope.verdict;

import dev.weightscope.model.Keyed;
import java.util.List;

/// A snapshot in words.
///
/// @param text one to three sentences with the figures that decided
/// @param figures the key figures of any snapshot, in the order to show them
public record Verdict(Kind kind, String text, List<KeyFigure> figures) {
    public Verdict {
        figures = List.copyOf(figures);
    }

    /// How much a person should mind.
    public enum Severity {
        FINE,
        CAUTION,
        SERIOUS
    }

    /// What can be said of a signal on its way through depth.
    public enum Kind implements Keyed {
        STEADY("steady", "Steady", Severity.FINE),
        SHRINKING("shrinking", "Shrinking", Severity.CAUTION),
        VANISHING("vanishing", "Vanishing", Severity.SERIOUS),
        GROWING("growing", "Growing", Severity.CAUTION),
        EXPLODING("exploding", "Exploding", Severity.SERIOUS),
        SATURATING("saturating", "Saturating", Severity.SERIOUS),
        DYING("dying", "Dying", Severity.SERIOUS),
        ALIKE("alike", "All inputs alike", Severity.CAUTION),
        CANNOT_LEARN("cannot-learn", "Nothing can learn", Severity.SERIOUS);

        private final String key;
        private final String label;
        private final Severity severity;

        Kind(String key, String label, Severity severity) {
            this.key = key;
            this.label = label;
            this.severity = severity;
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
    }

    /// A named figure, ready to show: `Std, first → last`, `0.628 → 0.228`.
    public record KeyFigure(String name, String value) {}
}
