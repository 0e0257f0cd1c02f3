package dev.weightscope.verdict;

import dev.weightscope.model.Keyed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A snapshot in words.
///
/// @param findings one to [#MOST_FINDINGS], the gravest first
/// @param figures the key figures of any snapshot, in the order to show them
public record Verdict(List<Finding> findings, List<KeyFigure> figures) {
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
        return new Verdict(findings, all);
    }

    /// The finding to be told where there is room for one.
    public Finding gravest() {
        return findings.getFirst();
    }

    /// What is decisive of both ways in one line: `RMS 0.628 → 0.227 · gradient ×0.868 a layer`.
    public String line() {
        return BothWays.text(this);
    }

    /// The value of a figure of this name.
    Optional<String> figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .map(KeyFigure::value)
                .findFirst();
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
        STEADY("steady", "Steady", Severity.FINE),
        STEADY_ON_AVERAGE("steady-on-average", "Steady on average", Severity.FINE),
        FADING("fading", "Fading slowly", Severity.NOTE),
        SHRINKING("shrinking", "Shrinking", Severity.CAUTION),
        VANISHING("vanishing", "Vanishing", Severity.SERIOUS),
        GROWING("growing", "Growing", Severity.CAUTION),
        EXPLODING("exploding", "Exploding", Severity.SERIOUS),
        SATURATING("saturating", "Saturating", Severity.SERIOUS),
        DYING("dying", "Dying", Severity.SERIOUS),
        ALIKE("alike", "All inputs alike", Severity.CAUTION),
        SATURATED_EXPLODING(
                "saturated-exploding", "Saturated, and still exploding", Severity.SERIOUS),
        BATCH_NORM_EXPLODING("batch-norm-exploding", "Batch norm explodes", Severity.SERIOUS),
        GRADIENT_EXPLODING("gradient-exploding", "Gradient explodes", Severity.SERIOUS),
        GRADIENT_NAN("gradient-nan", "Gradient is NaN", Severity.SERIOUS),
        GRADIENT_GROWING("gradient-growing", "Gradient grows", Severity.CAUTION),
        GRADIENT_FADING("gradient-fading", "Gradient fades", Severity.NOTE),
        GRADIENT_SHRINKING("gradient-shrinking", "Gradient shrinks", Severity.CAUTION),
        GRADIENT_VANISHING("gradient-vanishing", "Gradient vanishes", Severity.SERIOUS),
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
    ///
    /// @param help what it means, in plain words and with its formula
    public record KeyFigure(String name, String value, String help) {}
}
