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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where rules, curves and names lie.
///
/// @param title without a text where there is none
/// @param key how to read the lines; without a text where that is said elsewhere
/// @param values the numbers of the axis, each beside its rule
/// @param stopLabels the names of places below the plot
/// @param axisName below them; without a text where the axis counts
/// @param marks guides, rings and the place that is looked at
public record LineLayout(
        LineView view,
        Placement placement,
        PlacedText title,
        PlacedText key,
        List<PlacedText> values,
        List<PlacedText> stopLabels,
        PlacedText axisName,
        List<Trace> traces,
        List<EndLabel> labels,
        List<EventMark> events,
        PlotMarks marks)
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

    /// Where the curves lie.
    public Box plot() {
        return placement.plot();
    }

    /// Where a place lies that the axis counts.
    public double x(int stop) {
        return placement.x(placement.stops().shareOf(stop));
    }

    /// What marks a place that is looked at, for whoever draws it over the chart.
    ///
    /// @param stop as the axis counts
    public Cursor cursorAt(int stop) {
        return Cursor.at(stop, placement, traces, marks.names());
    }

    /// Names come last, each on a ground of its own, so that nothing is drawn through them.
    @Override
    public void paint(Surface surface, Palette palette) {
        Box plot = plot();
        title.paint(surface, palette.text());
        key.paint(surface, palette.muted());
        Stroke rule = Stroke.solid(palette.grid(), 1);
        for (PlacedText value : values) {
            double y = Math.floor(value.baseline() - value.style().baselineShift()) + 0.5;
            surface.line(plot.x(), y, plot.right(), y, rule);
            value.paint(surface, palette.muted());
        }
        double foot = Math.floor(plot.bottom()) + 0.5;
        surface.line(plot.x(), foot, plot.right(), foot, Stroke.solid(palette.axis(), 1));
        stopLabels.forEach(label -> label.paint(surface, palette.muted()));
        axisName.paint(surface, palette.muted());
        events.forEach(event -> event.paintLine(surface, palette, plot));
        marks.guides().forEach(guide -> guide.paintLine(surface, palette, plot));
        labels.forEach(label -> label.paintLeader(surface, palette, plot));
        List<Backdrop> backdrops =
                traces.stream()
                        .map(each -> new Backdrop(each.series(), each.colour(), placement))
                        .toList();
        backdrops.forEach(each -> each.paintBands(surface, palette));
        backdrops.forEach(each -> each.paintBehind(surface, palette));
        backdrops.forEach(each -> each.paintThinLines(surface, palette));
        for (Series.Role role : List.of(Series.Role.PINNED, Series.Role.LIVE)) {
            traces.stream()
                    .filter(trace -> trace.series().role() == role)
                    .forEach(trace -> trace.paint(surface, palette, plot));
        }
        backdrops.forEach(each -> each.paintTheory(surface, palette));
        bandCaption(surface, palette);
        marks.cursors().forEach(cursor -> cursor.paint(surface, palette));
        marks.rings().forEach(ring -> ring.paint(surface, palette));
        marks.guides().forEach(guide -> guide.paintLabel(surface, palette));
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
        boolean isNear = plot().inset(-30, -REACH, -30, -REACH).contains(x, y);
        return isNear && !traces.isEmpty()
                ? readings().at(placement.nearest(x), y)
                : Optional.empty();
    }

    private Hit named(EndLabel label) {
        return readings().named(label);
    }

    private Readings readings() {
        return new Readings(view, plot(), traces);
    }

    @Override
    public List<Hit> stops() {
        return IntStream.range(0, traces.isEmpty() ? 0 : view.stops().count())
                .mapToObj(index -> readings().at(index, Double.NaN))
                .flatMap(Optional::stream)
                .toList();
    }

    private void bandCaption(Surface surface, Palette palette) {
        view.series().stream()
                .filter(Backdrop::hasBand)
                .findFirst()
                .flatMap(each -> each.values().band())
                .filter(band -> band.source() == Curve.Band.Source.PREDICTED)
                .filter(band -> !band.caption().isEmpty())
                .flatMap(band -> BandCaption.of(band, plot(), view.direction(), traces, surface))
                .ifPresent(caption -> caption.paint(surface, palette));
    }
}
