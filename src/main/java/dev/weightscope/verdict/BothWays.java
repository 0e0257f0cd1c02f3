package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;

import dev.weightscope.model.Direction;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is decisive of both ways in a few words, where there is room for one line.
final class BothWays {
    private BothWays() {}

    /// `RMS 0.628 → 0.227, like 1/√layer · gradient ×0.868 a layer`: the gravest finding, then what
    /// there is to say of a way that it does not speak of, or else that way's figure.
    ///
    /// @param findings at least one, the gravest first
    /// @param signal how its RMS changes
    /// @param gradient the same of the gradient's; empty where it was not computed
    static String text(List<Finding> findings, Trend signal, Optional<Trend> gradient) {
        Finding gravest = findings.getFirst();
        Stream<String> others =
                Arrays.stream(Direction.values())
                        .filter(way -> !gravest.kind().speaksOf(way))
                        .flatMap(way ->
                                findings.stream()
                                        .filter(finding -> finding.kind().speaksOf(way))
                                        .map(BothWays::named)
                                        .findFirst()
                                        .or(() -> figure(way, signal, gradient))
                                        .stream());
        return Stream.concat(Stream.of(named(gravest)), others).collect(Collectors.joining(" · "));
    }

    private static String named(Finding finding) {
        boolean isBack = !finding.kind().speaksOf(Direction.FORWARD);
        return isBack ? back(finding.brief()) : finding.brief();
    }

    private static String back(String brief) {
        return "gradient " + brief;
    }

    private static Optional<String> figure(Direction way, Trend signal, Optional<Trend> gradient) {
        return switch (way) {
            case FORWARD ->
                    Optional.of(
                            "RMS %s → %s".formatted(number(signal.first()), number(signal.last())));
            case BACKWARD ->
                    gradient.filter(trend -> !Double.isNaN(trend.perLayer()))
                            .map(trend -> back("×%s a layer".formatted(number(trend.perLayer()))));
        };
    }
}
