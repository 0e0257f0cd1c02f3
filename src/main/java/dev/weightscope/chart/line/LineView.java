package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import java.util.List;

/// Curves over one axis of places.
///
/// @param quantity what the values are: `Std`
/// @param stops of the longest series
/// @param series from the back to the front; each begins at the first place and may end early
/// @param events that are marked in the plot
/// @param note what is not drawn, and why; empty where all is
public record LineView(
        String quantity,
        Stops stops,
        List<Series<List<Double>>> series,
        List<Event> events,
        String note) {
    public LineView {
        series = List.copyOf(series);
        events = List.copyOf(events);
        for (Series<List<Double>> each : series) {
            if (each.values().isEmpty() || each.values().size() > stops.count()) {
                throw new IllegalArgumentException(
                        "%d values of \"%s\" on an axis of %d places"
                                .formatted(each.values().size(), each.label(), stops.count()));
            }
        }
    }

    /// With the axis ending where the live series ends: longer ones leave the plot there.
    public LineView untilLiveEnds() {
        int end =
                series.stream()
                        .filter(each -> each.role() == Series.Role.LIVE)
                        .mapToInt(each -> each.values().size())
                        .max()
                        .orElse(stops.count());
        return new LineView(
                quantity,
                stops.first(end),
                series.stream()
                        .map(each -> each.values().size() <= end ? each : leaving(each, end))
                        .toList(),
                events,
                note);
    }

    private static Series<List<Double>> leaving(Series<List<Double>> series, int end) {
        return new Series<>(
                series.label() + " ›",
                series.colour(),
                series.role(),
                series.values().subList(0, end));
    }
}
