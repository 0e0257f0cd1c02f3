package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A marked point in its place: on the map, on the strip below, or on the edge beyond which it
/// lies.
///
/// @param side the edge beyond which it lies
/// @param name where there is room for it; pointing tells it otherwise
public record MapPlace(
        MapMark mark, double x, double y, Side side, boolean isOnRail, Optional<PlacedText> name) {
    private static final double REACH = 9;
    private static final double EDGE = 5;
    private static final double INSET = 3;
    private static final int ROWS = 2;
    private static final double ROW = 11;

    /// Where a point lies beside the map.
    public enum Side {
        WITHIN,
        LEFT,
        RIGHT,
        BELOW,
        ABOVE
    }

    /// In the order of the marks: the names of the first ones have the choice.
    static List<MapPlace> of(MapView view, Frame frame, TextMeasure measure) {
        List<MapPlace> places = new ArrayList<>();
        List<Box> taken = new ArrayList<>();
        for (MapMark mark : view.marks()) {
            MapPlace place = of(mark, view, frame);
            Optional<PlacedText> name =
                    place.isOnRail
                            ? place.nameOnRail(frame, taken, measure)
                            : place.nameOnMap(frame, taken, measure);
            name.ifPresent(text -> taken.add(text.box()));
            places.add(place.withName(name));
        }
        return places;
    }

    /// Where a point is, without its name.
    static MapPlace of(MapMark mark, MapView view, Frame frame) {
        Box plot = frame.plot();
        boolean isOnRail = view.rail().isPresent() && mark.y() == 0;
        double across = view.x().share(mark.x());
        double up = view.y().share(mark.y());
        Side side = Side.WITHIN;
        if (!(across >= 0)) {
            side = Side.LEFT;
        } else if (across > 1) {
            side = Side.RIGHT;
        } else if (!isOnRail && !(up >= 0)) {
            side = Side.BELOW;
        } else if (!isOnRail && up > 1) {
            side = Side.ABOVE;
        }
        double x = plot.x() + clamped(across) * plot.width();
        double y =
                isOnRail ? plot.bottom() + REACH - 1 : plot.bottom() - clamped(up) * plot.height();
        x = side == Side.LEFT ? x + EDGE : side == Side.RIGHT ? x - EDGE : x;
        y = side == Side.ABOVE ? y + EDGE : side == Side.BELOW ? y - EDGE : y;
        return new MapPlace(mark, x, y, side, isOnRail, Optional.empty());
    }

    /// Of a mark that lies in a plot without more around it.
    static MapPlace on(MapMark mark, Frame frame, List<Box> taken, TextMeasure measure) {
        MapPlace bare =
                new MapPlace(
                        mark,
                        frame.x(mark.x()),
                        frame.y(mark.y()),
                        Side.WITHIN,
                        false,
                        Optional.empty());
        Optional<PlacedText> name = bare.nameOnMap(frame, taken, measure);
        name.ifPresent(text -> taken.add(text.box()));
        return bare.withName(name);
    }

    private MapPlace withName(Optional<PlacedText> text) {
        return new MapPlace(mark, x, y, side, isOnRail, text);
    }

    private static double clamped(double share) {
        return share >= 0 ? Math.min(1, share) : 0;
    }

    /// The name, with the values of what lies beyond the map.
    private String text(Frame frame) {
        return switch (side) {
            case WITHIN -> mark.name();
            case LEFT, RIGHT -> mark.name() + " at " + frame.x().text(mark.x());
            case BELOW, ABOVE -> mark.name() + " at " + frame.y().text(mark.y());
        };
    }

    private TextStyle style() {
        return mark.shape() == MapMark.Shape.TARGET ? TextStyle.TITLE : TextStyle.TICK;
    }

    private Optional<PlacedText> nameOnRail(Frame frame, List<Box> taken, TextMeasure measure) {
        Box plot = frame.plot();
        if (mark.shape() == MapMark.Shape.TARGET) { // whose name is not to hide others
            return Optional.of(
                    PlacedText.of(
                                    measure,
                                    text(frame),
                                    x + REACH,
                                    plot.bottom() - 2 * REACH,
                                    style(),
                                    Anchor.START)
                            .within(plot.x() + INSET, plot.right() - INSET));
        }
        for (int row = 0; row < ROWS; row++) {
            double baseline = plot.bottom() + 20 + row * ROW;
            if (baseline > plot.bottom() + frame.foot()) {
                break;
            }
            PlacedText text =
                    PlacedText.of(measure, text(frame), x, baseline, style(), Anchor.MIDDLE)
                            .within(plot.x() + INSET, plot.right() - INSET);
            if (isFree(text, taken)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private Optional<PlacedText> nameOnMap(Frame frame, List<Box> taken, TextMeasure measure) {
        Box plot = frame.plot();
        double level = y + style().size() * 0.36;
        double reach = mark.shape() == MapMark.Shape.TARGET ? 2 * REACH : REACH;
        List<PlacedText> choices =
                List.of(
                        at(frame, x + reach, level, Anchor.START, measure),
                        at(frame, x - reach, level, Anchor.END, measure),
                        at(frame, x, y - reach, Anchor.MIDDLE, measure),
                        at(frame, x, y + reach + style().size(), Anchor.MIDDLE, measure),
                        at(frame, x + reach, level - ROW, Anchor.START, measure),
                        at(frame, x - reach, level - ROW, Anchor.END, measure));
        return choices.stream()
                .filter(text -> isWithin(text, plot) && isFree(text, taken))
                .findFirst();
    }

    private PlacedText at(
            Frame frame, double left, double baseline, Anchor anchor, TextMeasure measure) {
        return PlacedText.of(measure, text(frame), left, baseline, style(), anchor);
    }

    private static boolean isWithin(PlacedText text, Box plot) {
        Box box = text.box();
        return box.x() >= plot.x() + INSET
                && box.right() <= plot.right() - INSET
                && box.y() >= plot.y()
                && box.bottom() <= plot.bottom();
    }

    private static boolean isFree(PlacedText text, List<Box> taken) {
        Box ground = text.box().inset(-1, -3, -1, -3);
        return taken.stream().noneMatch(ground::overlaps);
    }

    Box box() {
        return new Box(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
    }
}
