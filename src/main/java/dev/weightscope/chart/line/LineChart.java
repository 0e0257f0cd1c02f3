package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.LogTicks;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Curves on a logarithmic axis over counted places, each with its name where it ends.
///
/// The plot's edges depend on the area and on the pinned series alone, not on what the live series'
/// values or names are: while a slider is dragged nothing moves but the data.
///
/// @param held a range that the axis contains at least, so that it stands still while a slider is
///   dragged
public record LineChart(LineView view, Optional<Range> held) implements Chart {
    static final double MARGIN = 6;

    private static final Range FALLBACK = new Range(0.1, 10);
    private static final double VALUE_SPACING = 24;

    /// The widest number that is usual on the axis.
    private static final String WIDE_NUMBER = "1e−38";

    public LineChart(LineView view) {
        this(view, Optional.empty());
    }

    /// What the axis spans: round numbers around all positive finite values.
    public Range range() {
        double smallest = values().min().orElse(Double.NaN);
        double largest = values().max().orElse(Double.NaN);
        Range needed = smallest > 0 ? LogTicks.bounds(smallest, largest) : FALLBACK;
        return held.map(needed::union).orElse(needed);
    }

    private DoubleStream values() {
        return view.series().stream()
                .flatMapToDouble(
                        series -> series.values().stream().mapToDouble(Double::doubleValue))
                .filter(value -> Trace.Kind.of(value) == Trace.Kind.POSITIVE);
    }

    @Override
    public LineLayout layout(Box area, TextMeasure measure) {
        Range range = range();
        EdgeRows rows = EdgeRows.of(view);
        double nameWidth = Math.clamp(area.width() * 0.2, 64, 160);
        double top = MARGIN + rows.top() * EdgeMark.ROW;
        double bottom = ValueAxis.HEIGHT + MARGIN + rows.bottom() * EdgeMark.ROW;
        List<Tick> ticks =
                LogTicks.of(range, (int) ((area.height() - top - bottom) / VALUE_SPACING) + 1);
        double numbers = measure.textWidth(WIDE_NUMBER, TextStyle.TICK);
        for (Tick tick : ticks) {
            numbers = Math.max(numbers, measure.textWidth(tick.label(), TextStyle.TICK));
        }
        Box plot = area.inset(top, EndLabel.GAP + nameWidth + 2, bottom, numbers + 10);
        List<Trace> traces = traces(plot, range, rows);
        List<EventMark> events = events(plot, traces, measure);
        return new LineLayout(
                view,
                plot,
                valueLabels(ticks, range, plot, measure),
                stopLabels(plot, area.bottom() - 5, measure),
                traces,
                labels(area, plot, nameWidth, traces, events, measure),
                events);
    }

    private static List<EndLabel> labels(
            Box area,
            Box plot,
            double width,
            List<Trace> traces,
            List<EventMark> events,
            TextMeasure measure) {
        List<EndLabel> labels = new ArrayList<>();
        List<EndLabel.End> beside = new ArrayList<>();
        for (Trace trace : traces) {
            EndLabel.End end = EndLabel.End.of(trace, width, measure);
            EndLabel.inside(end, plot, traces, measure)
                    .filter(label -> isFree(label.box(), labels, events))
                    .ifPresentOrElse(labels::add, () -> beside.add(end));
        }
        double bottom = area.bottom() - ValueAxis.HEIGHT;
        labels.addAll(EndLabel.place(beside, plot.right(), area.y(), bottom, measure));
        return labels;
    }

    private static boolean isFree(Box box, List<EndLabel> labels, List<EventMark> events) {
        return labels.stream().noneMatch(label -> label.box().overlaps(box))
                && events.stream()
                        .noneMatch(event ->
                                event.label().box().overlaps(box)
                                        || (event.x() >= box.x() && event.x() <= box.right()));
    }

    private List<Trace> traces(Box plot, Range range, EdgeRows rows) {
        List<Trace> traces = new ArrayList<>();
        for (Series<List<Double>> series : view.series()) {
            double zero = plot.bottom() + (rows.zeroRow(series) + 0.7) * EdgeMark.ROW;
            double notFinite = plot.y() - (rows.notFiniteRow(series) + 0.6) * EdgeMark.ROW;
            List<Trace.Point> points = new ArrayList<>(series.values().size());
            for (int index = 0; index < series.values().size(); index++) {
                double value = series.values().get(index);
                Trace.Kind kind = Trace.Kind.of(value);
                double y =
                        switch (kind) {
                            case POSITIVE -> y(value, range, plot);
                            case ZERO -> zero;
                            case INFINITE, NAN -> notFinite;
                        };
                points.add(new Trace.Point(value, kind, x(view.stops(), index, plot), y));
            }
            traces.add(new Trace(series, points));
        }
        return traces;
    }

    static double x(Stops stops, int index, Box plot) {
        return x(stops.share(index), plot);
    }

    private static double x(double share, Box plot) {
        return plot.x() + MARGIN + (plot.width() - 2 * MARGIN) * share;
    }

    private static double y(double value, Range range, Box plot) {
        double share =
                (Math.log10(value) - Math.log10(range.low()))
                        / (Math.log10(range.high()) - Math.log10(range.low()));
        return plot.bottom() - share * plot.height();
    }

    private static List<PlacedText> valueLabels(
            List<Tick> ticks, Range range, Box plot, TextMeasure measure) {
        return ticks.stream()
                .map(tick ->
                        PlacedText.of(
                                measure,
                                tick.label(),
                                plot.x() - 8,
                                y(tick.value(), range, plot) + TextStyle.TICK.baselineShift(),
                                TextStyle.TICK,
                                Anchor.END))
                .toList();
    }

    private List<PlacedText> stopLabels(Box plot, double baseline, TextMeasure measure) {
        int last = view.stops().numbers().getLast();
        double widest = measure.textWidth(Integer.toString(last), TextStyle.TICK);
        double length = plot.width() - 2 * MARGIN;
        return view.stops().ticks(length, Math.max(26, widest + 18)).stream()
                .map(tick ->
                        PlacedText.of(
                                measure,
                                tick.label(),
                                x(tick.value(), plot),
                                baseline,
                                TextStyle.TICK,
                                Anchor.MIDDLE))
                .toList();
    }

    private List<EventMark> events(Box plot, List<Trace> traces, TextMeasure measure) {
        Stops stops = view.stops();
        List<Event> shown =
                view.events().stream()
                        .filter(event -> event.stop() <= stops.numbers().getLast())
                        .toList();
        List<Double> lines =
                shown.stream().map(event -> x(stops, stops.indexOf(event.stop()), plot)).toList();
        return EventMark.place(shown, lines, plot, traces, measure);
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(view.quantity());
        for (Series<List<Double>> series : view.series()) {
            text.append("; ")
                    .append(series.label())
                    .append(" ends at ")
                    .append(NumberText.significant(series.values().getLast(), 3));
        }
        return text.toString();
    }
}
