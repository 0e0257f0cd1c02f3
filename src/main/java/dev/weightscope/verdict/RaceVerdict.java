package dev.weightscope.verdict;

import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.stream.Collectors;

/// A race in words.
///
/// @param remarks first who reaches the goal, then a remark on each that does not, in the order of
///   the race; at least one
public record RaceVerdict(Outcome outcome, List<Remark> remarks) {
    public RaceVerdict {
        remarks = List.copyOf(remarks);
    }

    /// All remarks, as sentences.
    public String text() {
        return remarks.stream().map(Remark::text).collect(Collectors.joining(" "));
    }

    /// How a race ends. Where there is a goal, who reaches it learns; where there is none, whoever
    /// is clearly better than guessing.
    public enum Outcome implements Keyed {
        LEARNS("learns", "Learns", Verdict.Severity.FINE),
        UNDER_WAY("under-way", "So far", Verdict.Severity.NOTE),
        NONE_YET("none-yet", "None beats guessing yet", Verdict.Severity.CAUTION),
        NONE_ARRIVES("none-arrives", "None reaches the goal", Verdict.Severity.CAUTION),
        NONE_LEARNS("none-learns", "Nothing learns", Verdict.Severity.SERIOUS);

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

    /// What can be said of a setting.
    public enum Kind implements Keyed {
        FIRST("first", "First"),
        LOWEST("lowest", "Lowest"),
        SOME_DRAWS("some-draws", "Some draws"),
        ON_ITS_WAY("on-its-way", "On its way"),
        DIVERGED("diverged", "Diverged"),
        ONLY_OUTPUT_BIAS("only-output-bias", "Only the output bias learns"),
        SYMMETRIC("symmetric", "Symmetric"),
        SATURATED("saturated", "Saturated"),
        STUCK("stuck", "Stuck");

        private final String key;
        private final String label;

        Kind(String key, String label) {
            this.key = key;
            this.label = label;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String label() {
            return label;
        }

        /// Whether such a setting would not arrive with more steps either.
        boolean isHopeless() {
            return switch (this) {
                case FIRST, LOWEST, SOME_DRAWS, ON_ITS_WAY -> false;
                case DIVERGED, ONLY_OUTPUT_BIAS, SYMMETRIC, SATURATED, STUCK -> true;
            };
        }
    }

    /// @param label of the setting
    /// @param text a sentence or two with the figures that decided
    public record Remark(String label, Kind kind, String text) {}
}
