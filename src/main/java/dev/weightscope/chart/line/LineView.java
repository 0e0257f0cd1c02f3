package dev.weightscope.chart.line;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.model.Direction;
import java.util.List;
import java.util.OptionalInt;

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
/// @param values what their axis is
/// @param look how curves are named and coloured
/// @param cursor the place that is looked at, as the axis counts
public record LineView(
        String title,
        String quantity,
        Direction direction,
        Stops stops,
        List<Series<Curve>> series,
        List<Event> events,
        String note,
        List<String> key,
        Values values,
        Look look,
        OptionalInt cursor) {
    public LineView {
        key = List.copyOf(key);
        series = List.copyOf(series);
        events = List.copyOf(events);
        for (Series<Curve> each : series) {
            if (Math.max(each.values().size(), each.values().behind().size()) > stops.count()) {
                throw new IllegalArgumentException(
                        "%d values of \"%s\" on an axis of %d places"
                                .formatted(each.values().size(), each.label(), stops.count()));
            }
        }
    }

    /// Curves that go forward on a logarithmic axis, with nothing marked.
    public static LineView of(String quantity, Stops stops, List<Series<Curve>> series) {
        return new LineView(
                "",
                quantity,
                Direction.FORWARD,
                stops,
                series,
                List.of(),
                "",
                List.of(),
                Values.LOG,
                Look.SETTINGS,
                OptionalInt.empty());
    }

    public LineView withTitle(String text) {
        return with(text, direction, events, note, key, values, look, cursor);
    }

    public LineView withDirection(Direction way) {
        return with(title, way, events, note, key, values, look, cursor);
    }

    public LineView withEvents(List<Event> marked) {
        return with(title, direction, marked, note, key, values, look, cursor);
    }

    public LineView withNote(String text) {
        return with(title, direction, events, text, key, values, look, cursor);
    }

    /// With the legend written above the lines.
    public LineView withKey() {
        return with(title, direction, events, note, legends(), values, look, cursor);
    }

    /// With what the lines are written above them, the longest form first.
    public LineView withKey(List<String> longestFirst) {
        return with(title, direction, events, note, longestFirst, values, look, cursor);
    }

    public LineView withValues(Values axis) {
        return with(title, direction, events, note, key, axis, look, cursor);
    }

    public LineView withLook(Look drawn) {
        return with(title, direction, events, note, key, values, drawn, cursor);
    }

    /// @param stop as the axis counts
    public LineView withCursor(int stop) {
        return with(title, direction, events, note, key, values, look, OptionalInt.of(stop));
    }

    private LineView with(
            String newTitle,
            Direction newDirection,
            List<Event> newEvents,
            String newNote,
            List<String> newKey,
            Values newValues,
            Look newLook,
            OptionalInt newCursor) {
        return new LineView(
                newTitle,
                quantity,
                newDirection,
                stops,
                series,
                newEvents,
                newNote,
                newKey,
                newValues,
                newLook,
                newCursor);
    }

    /// The value that a curve arrives at.
    double end(Curve curve) {
        return curve.measured().get(curve.end(direction));
    }

    /// What decides the colour of a series.
    DataColour colour(Series<Curve> each) {
        DataColour colour = ownColour(each);
        return look.faint().contains(each.colour()) ? new DataColour.Faint(colour) : colour;
    }

    private DataColour ownColour(Series<Curve> each) {
        return switch (look.colours()) {
            case SETTINGS -> new DataColour.OfSetting(each.colour());
            case LAYERS -> {
                int depth = series.stream().mapToInt(Series::colour).max().orElse(1);
                yield new DataColour.OfLayer(each.colour(), depth);
            }
        };
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
                key,
                values,
                look,
                cursor);
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
