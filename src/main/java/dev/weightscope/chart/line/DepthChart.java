package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.LayerTicks;
import dev.weightscope.chart.axis.LogTicks;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The spread of the signal from the input to the last layer, on a logarithmic axis.
///
/// @param held a range that the axis contains at least, so that it stands still while a slider is
///   dragged
public record DepthChart(DepthView view, Optional<Range> held) implements Chart {
    private static final Range FALLBACK = new Range(0.1, 10);
    private static final double VALUE_SPACING = 24;
    private static final double MARGIN = 6;

    public DepthChart(DepthView view) {
        this(view, Optional.empty());
    }

    public DepthChart withHeld(Range range) {
        return new DepthChart(view, Optional.of(range));
    }

    /// What the axis spans: round numbers around all positive finite values.
    public Range range() {
        double smallest = values().min().orElse(Double.NaN);
        double largest = values().max().orElse(Double.NaN);
        Range needed = smallest > 0 ? LogTicks.bounds(smallest, largest) : FALLBACK;
        return held.map(needed::union).orElse(needed);
    }

    private DoubleStream values() {
        return view.curves().stream()
                .flatMapToDouble(curve ->
                        IntStream.rangeClosed(0, curve.snapshot().experiment().depth())
                                .mapToDouble(layer -> view.value(curve, layer)))
                .filter(value -> Trace.Kind.of(value) == Trace.Kind.POSITIVE);
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Range range = range();
        double nameWidth = Math.clamp(area.width() * 0.25, 60, 190);
        EdgeRows rows = EdgeRows.of(view);
        double top = MARGIN + rows.top() * EdgeMark.ROW;
        double bottom = ValueAxis.HEIGHT + MARGIN + rows.bottom() * EdgeMark.ROW;
        List<Tick> ticks =
                LogTicks.of(range, (int) ((area.height() - top - bottom) / VALUE_SPACING) + 1);
        double left = 12;
        for (Tick tick : ticks) {
            left = Math.max(left, measure.textWidth(tick.label(), TextStyle.TICK));
        }
        // Half of "input" stands out to the left.
        left = Math.max(left + 10, 22);
        Box ruled = area.inset(top, 0, bottom, left);
        List<EndLabel.End> ends =
                traces(ruled, range, rows).stream()
                        .map(trace -> end(trace, nameWidth, measure))
                        .toList();
        Box plot = ruled.inset(0, EndLabel.room(ends, measure) + 2, 0, 0);
        List<Trace> traces = traces(plot, range, rows);
        List<LayerEvent> events = events(plot, measure);
        List<EndLabel> labels = new ArrayList<>();
        List<EndLabel.End> beside = new ArrayList<>();
        for (Trace trace : traces) {
            EndLabel.End end = end(trace, nameWidth, measure);
            EndLabel.inside(end, plot, traces, measure)
                    .filter(label -> isFree(label.box(), labels, events))
                    .ifPresentOrElse(labels::add, () -> beside.add(end));
        }
        labels.addAll(
                EndLabel.place(
                        beside, plot.right(), area.y(), area.bottom() - ValueAxis.HEIGHT, measure));
        return new Layout(
                view,
                plot,
                valueLabels(ticks, range, plot, measure),
                layerLabels(plot, area.bottom() - 5, measure),
                traces,
                labels,
                events);
    }

    private static boolean isFree(Box box, List<EndLabel> labels, List<LayerEvent> events) {
        return labels.stream().noneMatch(label -> label.box().overlaps(box))
                && events.stream()
                        .noneMatch(event ->
                                event.label().box().overlaps(box)
                                        || (event.x() >= box.x() && event.x() <= box.right()));
    }

    private static EndLabel.End end(Trace trace, double width, TextMeasure measure) {
        Trace.Point last = trace.last();
        String remark =
                switch (last.kind()) {
                    case POSITIVE -> "";
                    case ZERO -> "→ 0";
                    case INFINITE -> "→ ∞";
                    case NAN -> "→ NaN";
                };
        return EndLabel.End.of(trace.curve(), remark, last.x(), last.y(), width, measure);
    }

    private List<Trace> traces(Box plot, Range range, EdgeRows rows) {
        List<Trace> traces = new ArrayList<>();
        for (Curve curve : view.curves()) {
            List<Trace.Point> points = new ArrayList<>();
            for (int layer = 0; layer <= curve.snapshot().experiment().depth(); layer++) {
                double value = view.value(curve, layer);
                Trace.Kind kind = Trace.Kind.of(value);
                double y =
                        switch (kind) {
                            case POSITIVE -> y(value, range, plot);
                            case ZERO -> plot.bottom() + (rows.zeroRow(curve) + 0.7) * EdgeMark.ROW;
                            case INFINITE, NAN ->
                                    plot.y() - (rows.notFiniteRow(curve) + 0.6) * EdgeMark.ROW;
                        };
                points.add(new Trace.Point(value, kind, x(layer, plot), y));
            }
            traces.add(new Trace(curve, points));
        }
        return traces;
    }

    private double x(int layer, Box plot) {
        return plot.x() + MARGIN + (plot.width() - 2 * MARGIN) * layer / view.depth();
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

    private List<PlacedText> layerLabels(Box plot, double baseline, TextMeasure measure) {
        double widest = measure.textWidth(Integer.toString(view.depth()), TextStyle.TICK);
        double length = plot.width() - 2 * MARGIN;
        return LayerTicks.withInput(view.depth(), length, Math.max(26, widest + 18)).stream()
                .map(tick ->
                        PlacedText.of(
                                measure,
                                tick.label(),
                                x((int) tick.value(), plot),
                                baseline,
                                TextStyle.TICK,
                                Anchor.MIDDLE))
                .toList();
    }

    private List<LayerEvent> events(Box plot, TextMeasure measure) {
        return view.curves().stream()
                .filter(curve -> curve.role() == Curve.Role.LIVE)
                .flatMap(curve ->
                        LayerEvent.of(curve.snapshot(), plot, x(0, plot), x(1, plot), measure)
                                .stream())
                .toList();
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(view.spread().label() + " by depth");
        for (Curve curve : view.curves()) {
            text.append("; ")
                    .append(curve.label())
                    .append(" ends at ")
                    .append(
                            NumberText.significant(
                                    view.value(curve, curve.snapshot().experiment().depth()), 3));
        }
        return text.toString();
    }

    /// Where rules, curves and names lie.
    ///
    /// @param values the numbers of the axis, each beside its rule
    public record Layout(
            DepthView view,
            Box plot,
            List<PlacedText> values,
            List<PlacedText> layers,
            List<Trace> traces,
            List<EndLabel> labels,
            List<LayerEvent> events)
            implements ChartLayout {
        /// How far beside the plot a point still means its first or last layer.
        private static final double REACH = 12;

        public Layout {
            traces = List.copyOf(traces);
            labels = List.copyOf(labels);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            Stroke rule = Stroke.solid(palette.grid(), 1);
            for (PlacedText value : values) {
                double y = Math.floor(value.baseline() - value.style().baselineShift()) + 0.5;
                surface.line(plot.x(), y, plot.right(), y, rule);
                value.paint(surface, palette.muted());
            }
            double foot = Math.floor(plot.bottom()) + 0.5;
            surface.line(plot.x(), foot, plot.right(), foot, Stroke.solid(palette.axis(), 1));
            layers.forEach(label -> label.paint(surface, palette.muted()));
            events.forEach(event -> event.paintLine(surface, palette, plot));
            events.forEach(event -> event.paintLabel(surface, palette));
            labels.forEach(label -> label.paint(surface, palette, plot.right()));
            traces.stream()
                    .sorted(Comparator.comparing((Trace trace) -> trace.curve().role()).reversed())
                    .forEach(trace -> trace.paint(surface, palette));
        }

        /// The layer nearest to the point, with the value of each curve that reaches it.
        @Override
        public Optional<Hit> hit(double x, double y) {
            boolean isNear =
                    plot.inset(-30, -REACH, -30, -REACH).contains(x, y) && !traces.isEmpty();
            if (!isNear) {
                return Optional.empty();
            }
            double room = (plot.width() - 2 * MARGIN) / view.depth();
            int layer = Math.clamp(Math.round((x - plot.x() - MARGIN) / room), 0, view.depth());
            return at(layer);
        }

        @Override
        public List<Hit> stops() {
            return IntStream.rangeClosed(0, traces.isEmpty() ? -1 : view.depth())
                    .mapToObj(layer -> at(layer))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Hit> at(int layer) {
            List<String> lines = new ArrayList<>();
            lines.add((layer == 0 ? "Input" : "Layer " + layer) + " · " + view.spread().label());
            List<Hit.Dot> dots = new ArrayList<>();
            for (Trace trace : traces) {
                if (layer < trace.points().size()) {
                    Trace.Point point = trace.points().get(layer);
                    lines.add(
                            trace.curve().label()
                                    + "  "
                                    + NumberText.significant(point.value(), 4));
                    dots.add(new Hit.Dot(point.x(), point.y(), trace.curve().colorIndex()));
                }
            }
            if (dots.isEmpty()) {
                return Optional.empty();
            }
            double x = dots.getFirst().x();
            Box focus = new Box(x - 0.5, plot.y(), 1, plot.height());
            return Optional.of(new Hit(layer, focus, lines, dots));
        }
    }
}
