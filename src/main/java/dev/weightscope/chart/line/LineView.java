package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.model.Direction;
import java.util.List;

/// Curves over one axis of places.
///
/// @param title above the plot, after the quantity: `of activations`; empty for none, where a
///   heading outside of it says it all
/// @param quantity what the values are: `Std`
/// @param direction which way the curves go. Places never change theirs, the first is always at the
///   left: names stand where curves end, and the numbers of the axis on the other side
/// @param stops of the longest series
/// @param series from the back to the front; each begins at the first place and may end early
/// @param events that are marked in the plot
/// @param note what is not drawn, and why; empty where all is
/// @param key how to read the lines, written above them, the longest form first; empty where that
///   is said elsewhere
public record LineView(
        String title,
        String quantity,
        Direction direction,
        Stops stops,
        List<Series<Curve>> series,
        List<Event> events,
        String note,
        List<String> key) {
    public LineView {
        key = List.copyOf(key);
        series = List.copyOf(series);
        events = List.copyOf(events);
        for (Series<Curve> each : series) {
            if (each.values().size() > stops.count()) {
                throw new IllegalArgumentException(
                        "%d values of \"%s\" on an axis of %d places"
                                .formatted(each.values().size(), each.label(), stops.count()));
            }
        }
    }

    /// Curves that go forward, with nothing marked.
    public static LineView of(String quantity, Stops stops, List<Series<Curve>> series) {
        return new LineView(
                "", quantity, Direction.FORWARD, stops, series, List.of(), "", List.of());
    }

    public LineView withTitle(String text) {
        return new LineView(text, quantity, direction, stops, series, events, note, key);
    }

    public LineView withDirection(Direction way) {
        return new LineView(title, quantity, way, stops, series, events, note, key);
    }

    public LineView withEvents(List<Event> marked) {
        return new LineView(title, quantity, direction, stops, series, marked, note, key);
    }

    public LineView withNote(String text) {
        return new LineView(title, quantity, direction, stops, series, events, text, key);
    }

    /// With the legend written above the lines.
    public LineView withKey() {
        return new LineView(title, quantity, direction, stops, series, events, note, legends());
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
                title,
                quantity,
                direction,
                stops.first(end),
                series.stream()
                        .map(each -> each.values().size() <= end ? each : leaving(each, end))
                        .toList(),
                events,
                note,
                key);
    }

    /// The mark at a name says that its curve does not end there.
    private Series<Curve> leaving(Series<Curve> series, int end) {
        String mark =
                switch (direction) {
                    case FORWARD -> " ›";
                    case BACKWARD -> "";
                };
        return new Series<>(
                series.label() + mark, series.colour(), series.role(), series.values().first(end));
    }

    /// How to read the lines, in words: `solid measured · dashed theory · thin 10 draws`; empty
    /// where there are measured ones alone.
    public String legend() {
        return legends().isEmpty() ? "" : legends().getFirst();
    }

    /// [#legend] in several forms, the longest first, each of which names all kinds.
    public List<String> legends() {
        return Legend.of(series);
    }

    /// A text as wide as the last of [#legends] may become while draws are awaited.
    public String widestLegend() {
        return Legend.widest(series);
    }
}
