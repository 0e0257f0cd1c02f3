package dev.weightscope.verdict;

import dev.weightscope.model.Keyed;
import java.util.List;

/// What becomes of directions, in words.
///
/// @param sentences at least one; the first is of the live setting alone
public record SpectrumVerdict(Outcome outcome, List<String> sentences) {
    public SpectrumVerdict {
        sentences = List.copyOf(sentences);
    }

    /// All sentences.
    public String text() {
        return String.join(" ", sentences);
    }

    /// What becomes of the live setting's directions.
    public enum Outcome implements Keyed {
        ISOMETRY("isometry", "Dynamical isometry", Verdict.Severity.FINE),
        NEAR("near-isometry", "Near isometry", Verdict.Severity.FINE),
        SPREAD("spread", "Directions spread apart", Verdict.Severity.CAUTION),
        AVERAGE_ALONE("average-alone", "Only the average survives", Verdict.Severity.CAUTION),
        HALVED("halved", "Half of the directions lost", Verdict.Severity.CAUTION),
        SHRINKING("shrinking", "Directions shrink", Verdict.Severity.SERIOUS),
        GROWING("growing", "Directions grow", Verdict.Severity.SERIOUS),
        COLLAPSED("collapsed", "Hardly a direction is left", Verdict.Severity.SERIOUS),
        NOT_FINITE("not-finite", "Not finite", Verdict.Severity.SERIOUS);

        private final String key;
        private final String label;
        private final Verdict.Severity severity;

        Outcome(String key, String label, Verdict.Severity severity) {
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

        public Verdict.Severity severity() {
            return severity;
        }
    }
}
