package dev.weightscope.verdict;

import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is decisive of both ways in a few words, where there is room for one line.
final class BothWays {
    private BothWays() {}

    /// `RMS 0.628 → 0.227, like 1/√layer · gradient ×0.868 a layer`: the gravest finding, then what
    /// there is to say of the other way, or else its figure.
    static String text(Verdict verdict) {
        Finding gravest = verdict.gravest();
        boolean isBack = isBack(gravest.kind());
        String own = isBack ? back(gravest.brief()) : gravest.brief();
        if (gravest.kind() == Kind.SATURATED_EXPLODING) {
            return own; // has both in it
        }
        Optional<String> other =
                verdict.findings().stream()
                        .filter(finding -> isBack(finding.kind()) != isBack)
                        .map(Finding::brief)
                        .findFirst()
                        .or(() -> figure(verdict, isBack));
        return Stream.concat(Stream.of(own), other.map(text -> isBack ? text : back(text)).stream())
                .collect(Collectors.joining(" · "));
    }

    private static String back(String brief) {
        return "gradient " + brief;
    }

    /// Empty where there is none, as of a gradient that is not computed.
    private static Optional<String> figure(Verdict verdict, boolean isForward) {
        return isForward
                ? verdict.figure(KeyFigures.RMS).map(value -> "RMS " + value)
                : verdict.figure(KeyFigures.GRADIENT_FACTOR)
                        .filter(value -> value.startsWith("×"))
                        .map(value -> value + " a layer");
    }

    private static boolean isBack(Kind kind) {
        return switch (kind) {
            case BATCH_NORM_EXPLODING,
                    GRADIENT_EXPLODING,
                    GRADIENT_NAN,
                    GRADIENT_GROWING,
                    GRADIENT_FADING,
                    GRADIENT_SHRINKING,
                    GRADIENT_VANISHING ->
                    true;
            case STEADY,
                    STEADY_ON_AVERAGE,
                    FADING,
                    SHRINKING,
                    VANISHING,
                    GROWING,
                    EXPLODING,
                    SATURATING,
                    DYING,
                    ALIKE,
                    SATURATED_EXPLODING,
                    CANNOT_LEARN ->
                    false;
        };
    }
}
