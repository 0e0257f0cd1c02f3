package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where rules, curves and names lie.
///
/// @param values the numbers of the axis, each beside its rule
/// @param stopLabels the names of places below the plot
public record LineLayout(
        LineView view,
        Box plot,
        List<PlacedText> values,
        List<PlacedText> stopLabels,
        List<Trace> traces,
        List<EndLabel> labels,
        List<EventMark> events)
        implements ChartLayout {
    /// How far beside the plot a point still means its first or last place.
    private static final double REACH = 12;

    public LineLayout {
        values = List.copyOf(values);
        stopLabels = List.copyOf(stopLabels);
        traces = List.copyOf(traces);
        labels = List.copyOf(labels);
        events = List.copyOf(events);
    }

    /// Names come last, each on a ground of its own, so that nothing is drawn through them.
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
        stopLabels.forEach(label -> label.paint(surface, palette.muted()));
        events.forEach(event -> event.paintLine(surface, palette, plot));
        labels.forEach(label -> label.paintLeader(surface, palette, plot.right()));
        for (Series.Role role : List.of(Series.Role.PINNED, Series.Role.LIVE)) {
            traces.stream()
                    .filter(trace -> trace.series().role() == role)
                    .forEach(trace -> trace.paint(surface, palette));
        }
        events.forEach(event -> event.paintLabel(surface, palette));
        labels.forEach(label -> label.paint(surface, palette));
        surface.text(
                view.note(),
                plot.centerX(),
                plot.centerY(),
                TextStyle.LABEL,
                Anchor.MIDDLE,
                palette.muted());
    }

    /// A name whole, or else the place nearest to the point, with the value of each series that
    /// reaches it.
    @Override
    public Optional<Hit> hit(double x, double y) {
        Optional<EndLabel> name =
                labels.stream().filter(label -> label.box().contains(x, y)).findFirst();
        if (name.isPresent()) {
            return name.map(this::named);
        }
        boolean isNear = plot.inset(-30, -REACH, -30, -REACH).contains(x, y) && !traces.isEmpty();
        if (!isNear) {
            return Optional.empty();
        }
        double length = plot.width() - 2 * LineChart.MARGIN;
        return at(view.stops().nearest((x - plot.x() - LineChart.MARGIN) / length));
    }

    private Hit named(EndLabel label) {
        Trace.Point last = label.trace().last();
        int index = label.trace().points().size() - 1;
        return new Hit(
                view.stops().numbers().get(index),
                label.box(),
                List.of(label.series().label(), reading(index, last.value())),
                List.of(new Hit.Dot(last.x(), last.y(), label.series().colour())));
    }

    private String reading(int index, double value) {
        return "%s · %s %s"
                .formatted(
                        view.stops().name(index),
                        view.quantity(),
                        NumberText.significant(value, 4));
    }

    @Override
    public List<Hit> stops() {
        return IntStream.range(0, traces.isEmpty() ? 0 : view.stops().count())
                .mapToObj(this::at)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Hit> at(int index) {
        List<String> lines = new ArrayList<>();
        lines.add(view.stops().name(index) + " · " + view.quantity());
        List<Hit.Dot> dots = new ArrayList<>();
        for (Trace trace : traces) {
            if (index < trace.points().size()) {
                Trace.Point point = trace.points().get(index);
                String value = NumberText.significant(point.value(), 4);
                lines.add(trace.series().label() + "  " + value);
                dots.add(new Hit.Dot(point.x(), point.y(), trace.series().colour()));
            }
        }
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        Box focus = new Box(dots.getFirst().x() - 0.5, plot.y(), 1, plot.height());
        return Optional.of(new Hit(view.stops().numbers().get(index), focus, lines, dots));
    }
}
