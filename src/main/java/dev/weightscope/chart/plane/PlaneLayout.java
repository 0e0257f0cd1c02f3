package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the curves of a plane lie.
public final class PlaneLayout implements ChartLayout {
    private static final double NEAR = 9;

    /// Of the plot's width, left free by a note that stands alone.
    private static final double MARGIN = 24;

    private final PlaneView view;
    private final Frame frame;
    private final List<MapPlace> places;
    private final List<End> ends;

    /// A curve's name beside the plot.
    ///
    /// @param y where the curve ends
    record End(PlaneCurve curve, double y, PlacedText name) {
        End at(double baseline) {
            return new End(
                    curve,
                    y,
                    new PlacedText(
                            name.text(),
                            name.x(),
                            baseline,
                            name.width(),
                            name.style(),
                            name.anchor()));
        }
    }

    PlaneLayout(PlaneView view, Frame frame, List<MapPlace> places, List<End> ends) {
        this.view = view;
        this.frame = frame;
        this.places = List.copyOf(places);
        this.ends = List.copyOf(ends);
    }

    /// Between the axes.
    public Box plot() {
        return frame.plot();
    }

    @Override
    public void paint(Surface surface, Palette palette) {
        for (PlaneCurve curve : view.curves()) {
            if (curve.kind() == PlaneCurve.Kind.BOUND) {
                shade(surface, curve, curve.colour().ink(palette).withOpacity(0.12));
            }
        }
        frame.paintGrid(surface, palette);
        for (PlaneCurve curve : view.curves()) {
            PlaneLine.paint(surface, frame, curve.points(), stroke(curve, palette));
        }
        frame.paintTexts(surface, palette);
        for (End end : ends) {
            Ink ink = end.curve().colour().ink(palette);
            double x = frame.plot().right();
            surface.line(
                    x + 3,
                    end.y(),
                    x + 9,
                    end.name().baseline() - 4,
                    Stroke.solid(ink.withOpacity(0.6), 1));
            end.name().paint(surface, palette.lettering(end.curve().colour()));
        }
        paintNote(surface, palette);
        places.forEach(place -> MarkPaint.paint(surface, palette, place));
    }

    private static Stroke stroke(PlaneCurve curve, Palette palette) {
        Ink ink = curve.colour().ink(palette);
        return switch (curve.kind()) {
            case MAIN -> Stroke.solid(ink, 2);
            case THIN -> Stroke.solid(ink, 1.1);
            case BOUND -> Stroke.dashed(ink, 1.2);
            case GUIDE -> Stroke.solid(ink, 1.6);
            case DOTTED -> Stroke.dotted(ink, 1.4);
        };
    }

    private void shade(Surface surface, PlaneCurve curve, Ink ink) {
        Box plot = frame.plot();
        for (int i = 0; i + 1 < curve.points().size(); i++) {
            MapLine.Point from = curve.points().get(i);
            MapLine.Point to = curve.points().get(i + 1);
            double left = frame.x(from.x());
            double right = frame.x(to.x());
            if (Double.isNaN(from.y() + to.y()) || left < plot.x() || right > plot.right() + 0.5) {
                continue;
            }
            double[] xs = {left, right, right, left};
            double[] ys = {height(from.y()), height(to.y()), plot.bottom(), plot.bottom()};
            surface.polygon(xs, ys, 4, ink);
        }
    }

    /// Within the plot; what is infinite is above, and what has no place below.
    private double height(double value) {
        Box plot = frame.plot();
        if (value == Double.POSITIVE_INFINITY) {
            return plot.y();
        }
        double y = frame.y(value);
        return Double.isNaN(y) ? plot.bottom() : Math.clamp(y, plot.y(), plot.bottom());
    }

    private void paintNote(Surface surface, Palette palette) {
        if (!view.note().isEmpty()) {
            boolean isAlone = view.curves().isEmpty();
            Halo.paintWithin(
                    surface,
                    palette,
                    view.note(),
                    isAlone ? frame.plot() : belowDiagonal(),
                    isAlone ? MARGIN : 0,
                    TextStyle.LABEL,
                    palette.muted());
        }
    }

    /// Where a curve that lies above the diagonal, and what is drawn between both, leave room.
    private Box belowDiagonal() {
        Box plot = frame.plot();
        return new Box(
                plot.x() + 0.3 * plot.width(),
                plot.y() + 0.72 * plot.height(),
                plot.width() / 2,
                plot.height() / 4);
    }

    /// A mark, by its place among them; else what all curves that go from left to right say there,
    /// −1.
    @Override
    public Optional<Hit> hit(double x, double y) {
        for (int i = 0; i < places.size(); i++) {
            if (Math.hypot(places.get(i).x() - x, places.get(i).y() - y) <= NEAR) {
                return Optional.of(hit(i));
            }
        }
        return frame.plot().contains(x, y) ? Optional.of(curvesAt(x)) : Optional.empty();
    }

    private Hit hit(int index) {
        MapPlace place = places.get(index);
        List<String> lines = new ArrayList<>();
        lines.add(place.mark().name());
        lines.addAll(place.mark().lines());
        return Hit.of(index, place.box(), lines);
    }

    private Hit curvesAt(double x) {
        double value = frame.xAt(x);
        List<String> lines = new ArrayList<>();
        List<Hit.Dot> dots = new ArrayList<>();
        lines.add(frame.x().told(value));
        for (PlaneCurve curve : view.curves()) {
            boolean isTold = curve.kind() == PlaneCurve.Kind.MAIN || !curve.name().isEmpty();
            if (isTold) {
                double there = between(curve.points(), value);
                if (!Double.isNaN(there)) {
                    String name = curve.name().isEmpty() ? frame.y().symbol() : curve.name();
                    lines.add(name + " " + frame.y().text(there));
                    if (frame.y().holds(there)) {
                        dots.add(new Hit.Dot(x, frame.y(there), curve.colour()));
                    }
                }
            }
        }
        Box plot = frame.plot();
        return new Hit(-1, new Box(x - 0.5, plot.y(), 1, plot.height()), lines, dots);
    }

    /// Of points that go from left to right; NaN where there are none around the value.
    private static double between(List<MapLine.Point> points, double x) {
        for (int i = 0; i + 1 < points.size(); i++) {
            MapLine.Point from = points.get(i);
            MapLine.Point to = points.get(i + 1);
            if (from.x() <= x && to.x() >= x && to.x() > from.x()) {
                double share = (x - from.x()) / (to.x() - from.x());
                return share == 0 ? from.y() : from.y() + share * (to.y() - from.y());
            }
        }
        return Double.NaN;
    }

    @Override
    public List<Hit> stops() {
        return IntStream.range(0, places.size()).mapToObj(this::hit).toList();
    }
}
