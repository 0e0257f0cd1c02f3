package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What kinds of lines there are, in words. A predicted band says itself what it is.
final class Legend {
    /// As many digits as numbers of draws have.
    private static final int MANY = 99;

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

    /// As wide as the shortest form may become while draws are awaited: room that is kept for it
    /// keeps what is below still. Empty where no legend comes.
    static String widest(List<Series<Curve>> series) {
        List<Kind> kinds = new ArrayList<>(ofLines(series));
        if (draws(series) > 0) {
            kinds.add(shaded(MANY));
        }
        return joined(kinds.stream().map(Kind::brief));
    }

    private static List<Kind> kinds(List<Series<Curve>> series) {
        List<Kind> kinds = new ArrayList<>(ofLines(series));
        int draws = draws(series);
        if (draws > 1) {
            kinds.add(
                    series.stream().anyMatch(Backdrop::hasThinLines) ? thin(draws) : shaded(draws));
        }
        return kinds;
    }

    private static List<Kind> ofLines(List<Series<Curve>> series) {
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
        return kinds;
    }

    private static Kind thin(int draws) {
        return new Kind("thin %d draws".formatted(draws), draws + " draws");
    }

    private static Kind shaded(int draws) {
        return new Kind(
                "shaded %d draws, darker the middle half".formatted(draws),
                draws + " draws, half of them darker");
    }

    private static int draws(List<Series<Curve>> series) {
        return series.stream().mapToInt(each -> each.values().draws().size()).max().orElse(0);
    }

    private static String joined(Stream<String> kinds) {
        return String.join(" · ", kinds.toList());
    }
}
