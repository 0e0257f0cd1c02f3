package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the parts of a map lie.
public final class MapLayout implements ChartLayout {
    private static final double NEAR = 9;
    static final double SHARE_RADIUS = 4.2;

    private final MapView view;
    private final Frame frame;
    private final List<MapPlace> places;
    private final List<MapText> texts;
    private final List<Box> taken;
    private final RampKey key;

    /// @param taken by places and texts
    MapLayout(
            MapView view,
            Frame frame,
            List<MapPlace> places,
            List<MapText> texts,
            List<Box> taken,
            RampKey key) {
        this.view = view;
        this.frame = frame;
        this.places = List.copyOf(places);
        this.texts = List.copyOf(texts);
        this.taken = List.copyOf(taken);
        this.key = key;
    }

    /// Between the axes.
    public Box plot() {
        return frame.plot();
    }

    /// The plot with the strip below it.
    public Box ground() {
        return frame.plot().inset(0, 0, -frame.foot(), 0);
    }

    /// The first number at a place, also beyond the plot.
    public double xAt(double place) {
        return frame.xAt(place);
    }

    /// The second number at a place, also beyond the plot.
    public double yAt(double place) {
        return frame.yAt(place);
    }

    /// What is written and marked on it: whoever writes more should hide none of it.
    public List<Box> taken() {
        return taken;
    }

    /// The marks in their places, in the order in which they are given.
    public List<MapPlace> places() {
        return places;
    }

    @Override
    public void paint(Surface surface, Palette palette) {
        MapPixels.paint(surface, palette, view, frame.plot());
        paintRail(surface, palette);
        paintContours(surface, palette);
        view.lines().forEach(line -> paintLine(surface, palette, line));
        paintShares(surface, palette);
        for (MapText text : texts) {
            Halo.paint(surface, palette, text.text(), ink(text.weight(), palette));
        }
        frame.paintTexts(surface, palette);
        key.paint(surface, palette);
        paintFade(surface, palette);
        places.reversed().forEach(place -> MarkPaint.paint(surface, palette, place));
    }

    private static Ink ink(MapText.Weight weight, Palette palette) {
        return switch (weight) {
            case STRONG, PLAIN -> palette.text();
            case FAINT -> palette.muted();
        };
    }

    private void paintRail(Surface surface, Palette palette) {
        view.rail()
                .ifPresent(name -> {
                    Box plot = frame.plot();
                    Box rail = new Box(plot.x(), plot.bottom(), plot.width(), frame.foot());
                    surface.fill(rail, palette.grid().withOpacity(0.6));
                    surface.text(
                            name,
                            plot.x() - 6,
                            plot.bottom() + MapPlace.ON_RAIL + 4,
                            TextStyle.TICK,
                            Anchor.END,
                            palette.muted());
                });
        Box plot = frame.plot();
        Stroke axis = Stroke.solid(palette.axis(), 1);
        surface.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), axis);
    }

    private void paintContours(Surface surface, Palette palette) {
        GridPlaces grid = new GridPlaces(view, frame);
        for (double level : view.levels()) {
            Stroke stroke =
                    view.ramp().isMiddle(level)
                            ? Stroke.solid(palette.text(), 1.8)
                            : Stroke.solid(palette.text().withOpacity(0.35), 0.8);
            for (Contours.Line line : Contours.of(view.cells(), level)) {
                double[] xs = new double[line.size()];
                double[] ys = new double[line.size()];
                for (int i = 0; i < xs.length; i++) {
                    xs[i] = grid.x(line.columns()[i]);
                    ys[i] = grid.y(line.rows()[i]);
                }
                surface.polyline(xs, ys, xs.length, stroke);
            }
        }
    }

    private void paintLine(Surface surface, Palette palette, MapLine line) {
        Stroke stroke =
                switch (line.kind()) {
                    case SOLID -> Stroke.solid(palette.text(), 2);
                    case DASHED -> Stroke.dashed(palette.text(), 1.6);
                };
        PlaneLine.paint(surface, frame, line.points(), stroke);
    }

    /// A pale disc, of which the share is filled, as the hand of a clock goes.
    private void paintShares(Surface surface, Palette palette) {
        for (MapView.Share share : view.shares()) {
            if (frame.x().holds(share.x()) && frame.y().holds(share.y())) {
                MarkPaint.paintShare(
                        surface,
                        palette,
                        frame.x(share.x()),
                        frame.y(share.y()),
                        SHARE_RADIUS,
                        share.share());
            }
        }
    }

    private void paintFade(Surface surface, Palette palette) {
        if (!view.fade().isEmpty()) {
            Halo.paintWithin(
                    surface,
                    palette,
                    view.fade(),
                    aroundFade(),
                    40,
                    TextStyle.TITLE,
                    palette.text());
        }
    }

    /// As large as the plot, its middle between the two rows of discs that are nearest to the
    /// plot's: a text there hides none.
    private Box aroundFade() {
        Box plot = frame.plot();
        double[] rows =
                view.shares().stream()
                        .mapToDouble(share -> frame.y(share.y()))
                        .distinct()
                        .sorted()
                        .toArray();
        double middle =
                IntStream.range(1, rows.length)
                        .mapToObj(row -> (rows[row - 1] + rows[row]) / 2)
                        .filter(y -> y > plot.y() && y < plot.bottom())
                        .min(Comparator.comparingDouble(y -> Math.abs(y - plot.centerY())))
                        .orElse(plot.centerY());
        return new Box(plot.x(), plot.y() + middle - plot.centerY(), plot.width(), plot.height());
    }

    /// A mark, by its place among them; else what a cell holds, −1.
    @Override
    public Optional<Hit> hit(double x, double y) {
        for (int i = 0; i < places.size(); i++) {
            if (isNear(places.get(i).x(), places.get(i).y(), x, y)) {
                return Optional.of(hit(i));
            }
        }
        return frame.plot().contains(x, y) ? Optional.of(cellHit(x, y)) : Optional.empty();
    }

    private static boolean isNear(double x, double y, double pointX, double pointY) {
        return Math.hypot(pointX - x, pointY - y) <= NEAR;
    }

    private Hit hit(int mark) {
        MapPlace place = places.get(mark);
        List<String> lines = new ArrayList<>();
        lines.add(place.mark().name());
        lines.addAll(place.mark().lines());
        return Hit.of(mark, place.box(), lines);
    }

    private Hit cellHit(double x, double y) {
        Cells cells = view.cells();
        int column = (int) Math.round(Cells.place(cells.xs(), view.x().scale(), frame.xAt(x)));
        int row = (int) Math.round(Cells.place(cells.ys(), view.y().scale(), frame.yAt(y)));
        List<String> lines = new ArrayList<>();
        lines.add(view.x().told(cells.xs().get(column)));
        lines.add(view.y().told(cells.ys().get(row)));
        lines.add(
                cells.isKnown(column, row)
                        ? view.value() + " " + view.ramp().scale().text(cells.at(column, row), 4)
                        : "not computed yet");
        view.shares().stream()
                .filter(share -> isNear(frame.x(share.x()), frame.y(share.y()), x, y))
                .findFirst()
                .ifPresent(share -> lines.addAll(share.lines()));
        GridPlaces grid = new GridPlaces(view, frame);
        return Hit.of(-1, new Box(grid.x(column) - 1, grid.y(row) - 1, 2, 2), lines);
    }

    @Override
    public List<Hit> stops() {
        return IntStream.range(0, places.size()).mapToObj(this::hit).toList();
    }
}
