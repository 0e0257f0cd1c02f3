package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.chart.axis.ValueScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Curves over counted places, each with its name where it ends.
///
/// The plot's edges depend on the area and on the pinned series alone, not on what the live series'
/// values or names are: while a slider is dragged nothing moves but the data. A curve that is alone
/// has its name in the row of the title: at its end it would take up to half of a narrow chart's
/// width, to tell the curve from no other.
///
/// @param held a range that the axis contains at least, so that it stands still while a slider is
///   dragged
public record LineChart(LineView view, Optional<Range> held) implements Chart {
    private static final double VALUE_SPACING = 24;
    private static final double TITLE_HEIGHT = 18;

    /// Names have this share of the width.
    private static final double NAMES = 0.28;

    private static final double LEAST_NAMES = 104;
    private static final double MOST_NAMES = 180;

    /// Half of the last place's number.
    private static final double WITHOUT_NAMES = 12;

    /// The widest number that is usual on the axis.
    private static final String WIDE_NUMBER = "1e−38";

    public LineChart(LineView view) {
        this(view, Optional.empty());
    }

    /// What the axis spans: its frame, or else round numbers around all values that have a place.
    public Range range() {
        ValueScale scale = view.values().scale();
        return view.values()
                .frame()
                .orElseGet(() -> {
                    Range needed =
                            Extent.of(view)
                                    .map(extent -> extent.bounds(scale))
                                    .orElseGet(() -> fallback(scale));
                    return held.map(needed::union).orElse(needed);
                });
    }

    /// The same as a picture of its own: its curves are named, since nothing beside it names them.
    public LineChart alone() {
        return new LineChart(view.withLook(view.look().alone()), held);
    }

    @Override
    public Axes axes() {
        return Axes.of(List.of(range().toSpan()));
    }

    @Override
    public LineChart on(Axes axes) {
        return new LineChart(view, Range.first(axes).or(() -> held));
    }

    /// Where nothing has a place.
    private static Range fallback(ValueScale scale) {
        return switch (scale) {
            case LOG -> new Range(0.1, 10);
            case LINEAR, SHARE -> new Range(0, 1);
        };
    }

    @Override
    public LineLayout layout(Box whole, TextMeasure measure) {
        boolean isMeasured = view.stops().measured().isPresent();
        Box area = whole.inset(0, 0, isMeasured ? TextStyle.TICK.lineHeight() : 0, 0);
        Range range = range();
        EdgeRows rows = EdgeRows.of(view, range);
        double names = nameWidth(area.width(), measure);
        double title = view.title().isEmpty() && view.key().isEmpty() ? 0 : TITLE_HEIGHT;
        double top = Placement.MARGIN + title + rows.top() * EdgeMark.ROW;
        double bottom = ValueAxis.HEIGHT + Placement.MARGIN + rows.bottom() * EdgeMark.ROW;
        List<Tick> ticks =
                view.values()
                        .scale()
                        .ticks(range, (int) ((area.height() - top - bottom) / VALUE_SPACING) + 1);
        double numbers =
                switch (view.values().scale()) {
                    case LOG -> 10 + measure.textWidth(WIDE_NUMBER, TextStyle.TICK);
                    case LINEAR, SHARE -> 0;
                };
        for (Tick tick : ticks) {
            numbers = Math.max(numbers, 10 + measure.textWidth(tick.label(), TextStyle.TICK));
        }
        Box plot =
                switch (view.direction()) {
                    case FORWARD -> area.inset(top, names, bottom, numbers);
                    case BACKWARD -> area.inset(top, numbers, bottom, names);
                };
        Placement placement = new Placement(plot, view.values().scale(), range, view.stops());
        List<Trace> traces = traces(placement, rows);
        List<EventMark> events = events(placement, traces, measure);
        List<RingMark> rings = RingMark.place(traces, placement, measure);
        PlacedText titled = title(area, plot, measure);
        EndNames ends = new EndNames(view.direction(), placement, traces, events, measure);
        List<EndLabel> labels =
                isNamedAbove()
                        ? ends.above(
                                titled.box().centerY(),
                                plot.right() - titled.box().right() - EndLabel.GAP)
                        : labels(
                                ends,
                                area.inset(title, 0, ValueAxis.HEIGHT, 0),
                                names - EndLabel.GAP - 2);
        List<Box> taken =
                Stream.concat(
                                rings.stream()
                                        .flatMap(ring -> ring.label().stream())
                                        .map(PlacedText::box),
                                labels.stream().map(EndLabel::box))
                        .toList();
        List<GuideMark> guides =
                GuideMark.place(view.values().guides(), placement, traces, taken, measure);
        List<Box> covered = PlotMarks.names(guides, rings);
        return new LineLayout(
                view,
                placement,
                titled,
                key(area, measure),
                AxisLabels.values(ticks, placement, view.direction(), measure),
                AxisLabels.stops(placement, area.bottom() - 5, measure),
                AxisLabels.name(placement, whole.bottom() - 4, measure),
                traces,
                labels,
                events,
                new PlotMarks(
                        guides,
                        rings,
                        view.cursor().stream()
                                .mapToObj(stop -> Cursor.at(stop, placement, traces, covered))
                                .toList()));
    }

    /// Where the only curve is the live one, under a title with nothing else beside it.
    private boolean isNamedAbove() {
        return view.look().names() == Look.Names.AT_ENDS
                && !view.title().isEmpty()
                && view.key().isEmpty()
                && view.series().size() == 1
                && view.series().getFirst().role() == Series.Role.LIVE;
    }

    private List<EndLabel> labels(EndNames names, Box area, double width) {
        return switch (view.look().names()) {
            case NONE -> List.of();
            case AT_ENDS -> names.within(area, width);
            case BRIEF -> names.column(area, width);
        };
    }

    /// What of a width is left beside the plot, where curves end: for names, where those stand
    /// there.
    public double nameWidth(double width, TextMeasure measure) {
        if (isNamedAbove()) {
            return WITHOUT_NAMES;
        }
        return switch (view.look().names()) {
            case AT_ENDS -> EndLabel.GAP + 2 + Math.clamp(width * NAMES, LEAST_NAMES, MOST_NAMES);
            case BRIEF ->
                    EndLabel.GAP
                            + 4
                            + view.series().stream()
                                    .mapToDouble(each ->
                                            measure.textWidth(each.label(), TextStyle.TITLE))
                                    .max()
                                    .orElse(0);
            case NONE -> WITHOUT_NAMES;
        };
    }

    /// The longest form that has room beside the title; the shortest is always there.
    private PlacedText key(Box area, TextMeasure measure) {
        double room = view.title().isEmpty() ? area.width() : area.width() / 2;
        return view.key().stream()
                .map(text ->
                        PlacedText.of(
                                measure,
                                text,
                                area.right(),
                                area.y() + 12,
                                TextStyle.TICK,
                                Anchor.END))
                .filter(text -> text.width() <= room || text.text().equals(view.key().getLast()))
                .findFirst()
                .orElseGet(() ->
                        PlacedText.of(
                                measure, "", area.right(), area.y(), TextStyle.TICK, Anchor.END));
    }

    /// With an arrow the way that the curves go, where they are steps of one.
    private PlacedText title(Box area, Box plot, TextMeasure measure) {
        String arrow =
                view.stops().measured().isPresent()
                        ? ""
                        : switch (view.direction()) {
                            case FORWARD -> " ▸";
                            case BACKWARD -> " ◂";
                        };
        return PlacedText.of(
                measure,
                view.title().isEmpty() ? "" : view.title() + arrow,
                plot.x(),
                area.y() + 12,
                TextStyle.TITLE,
                Anchor.START);
    }

    private List<Trace> traces(Placement placement, EdgeRows rows) {
        Box plot = placement.plot();
        List<Trace> traces = new ArrayList<>();
        for (Series<Curve> series : view.series()) {
            double below = plot.bottom() + (rows.rowBelow(series) + 0.7) * EdgeMark.ROW;
            double above = plot.y() - (rows.rowAbove(series) + 0.6) * EdgeMark.ROW;
            List<Double> values = series.values().measured();
            int end = series.values().end(view.direction());
            List<Trace.Point> points = new ArrayList<>(values.size());
            for (int index = 0; index < values.size(); index++) {
                double value = values.get(index);
                Trace.Kind kind = kind(value, index == end, placement);
                double y =
                        switch (kind) {
                            case ON_AXIS -> placement.y(value);
                            case ZERO, BELOW_FRAME -> below;
                            case INFINITE, NAN, ABOVE_FRAME -> above;
                        };
                double axisY = placement.scale().holds(value) ? placement.y(value) : Double.NaN;
                points.add(new Trace.Point(value, kind, placement.x(index), y, axisY));
            }
            traces.add(new Trace(series, view.colour(series), points));
        }
        return traces;
    }

    private static Trace.Kind kind(double value, boolean isEnd, Placement placement) {
        Trace.Kind kind = Trace.Kind.of(value, placement.scale());
        if (!isEnd || kind != Trace.Kind.ON_AXIS || placement.range().contains(value)) {
            return kind;
        }
        return value > placement.range().high() ? Trace.Kind.ABOVE_FRAME : Trace.Kind.BELOW_FRAME;
    }

    private List<EventMark> events(Placement placement, List<Trace> traces, TextMeasure measure) {
        Stops stops = view.stops();
        List<Event> shown =
                view.events().stream()
                        .filter(event -> event.stop() <= stops.numbers().getLast())
                        .toList();
        List<Double> lines =
                shown.stream().map(event -> placement.x(stops.shareOf(event.stop()))).toList();
        return EventMark.place(shown, lines, placement.plot(), traces, measure);
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(view.quantity());
        for (Series<Curve> series : view.series()) {
            text.append("; ")
                    .append(series.label())
                    .append(" ends at ")
                    .append(view.values().scale().text(view.end(series.values()), 3));
        }
        return text.toString();
    }
}
