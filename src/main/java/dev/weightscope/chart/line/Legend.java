package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What kinds of lines there are, in words. A predicted band says itself what it is.
final class Legend {
    private Legend() {}

    /// A kind of line, in many words and in few.
    private record Kind(String whole, String brief) {}

    /// From the longest to the shortest; none where there are measured lines alone.
    static List<String> of(List<Series<Curve>> series) {
        List<Kind> kinds = kinds(series);
        if (kinds.isEmpty()) {
            return List.of();
        }
        String whole = joined(kinds.stream().map(Kind::whole));
        return Stream.of(
                        "solid measured · " + whole, whole, joined(kinds.stream().map(Kind::brief)))
                .distinct()
                .toList();
    }

    private static List<Kind> kinds(List<Series<Curve>> series) {
        List<Kind> kinds = new ArrayList<>();
        if (series.stream().anyMatch(each -> !each.values().theory().isEmpty())) {
            kinds.add(new Kind("dashed theory", "dashed theory"));
        }
        series.stream()
                .map(each -> each.values().aside())
                .flatMap(Optional::stream)
                .map(aside -> "dotted " + aside.name())
                .findFirst()
                .ifPresent(name -> kinds.add(new Kind(name, name)));
        int draws = series.stream().mapToInt(each -> each.values().draws().size()).max().orElse(0);
        if (draws > 1) {
            kinds.add(
                    series.stream().anyMatch(Backdrop::hasThinLines)
                            ? new Kind("thin %d draws".formatted(draws), draws + " draws")
                            : new Kind(
                                    "shaded %d draws, darker the middle half".formatted(draws),
                                    draws + " draws, half of them darker"));
        }
        return kinds;
    }

    private static String joined(Stream<String> kinds) {
        return String.join(" · ", kinds.toList());
    }
}
