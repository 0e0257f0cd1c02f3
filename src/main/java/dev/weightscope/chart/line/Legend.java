package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import java.util.ArrayList;
import java.util.List;

/// What kinds of lines there are, in words. A predicted band says itself what it is.
final class Legend {
    private Legend() {}

    static String of(List<Series<Curve>> series) {
        List<String> kinds = new ArrayList<>();
        if (series.stream().anyMatch(each -> !each.values().theory().isEmpty())) {
            kinds.add("dashed theory");
        }
        int draws = series.stream().mapToInt(each -> each.values().draws().size()).max().orElse(0);
        if (draws > 1) {
            kinds.add(
                    series.stream().anyMatch(Backdrop::hasThinLines)
                            ? "thin %d draws".formatted(draws)
                            : "band: %d draws".formatted(draws));
        }
        if (kinds.isEmpty()) {
            return "";
        }
        kinds.addFirst("solid measured");
        return String.join(" · ", kinds);
    }
}
