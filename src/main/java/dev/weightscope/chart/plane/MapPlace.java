package dev.weightscope.chart.plane;

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
    /// Of a point on the strip, below the plot.
    static final double ON_RAIL = 8;

    private static final double REACH = 9;
    private static final double SYMBOL = 6;
    private static final double EDGE = 5;

    /// Where a point lies beside the map.
    public enum Side {
        WITHIN,
        LEFT,
        RIGHT,
        BELOW,
        ABOVE
    }

    /// In the order of the marks: the names of the first ones have the choice.
    ///
    /// @param labels modified: takes the points and their names
    static List<MapPlace> of(MapView view, Frame frame, Labels labels, TextMeasure measure) {
        List<MapPlace> bare = view.marks().stream().map(mark -> of(mark, view, frame)).toList();
        return named(bare, frame, labels, measure);
    }

    /// With their names.
    ///
    /// @param labels as for [#of]
    static List<MapPlace> named(
            List<MapPlace> bare, Frame frame, Labels labels, TextMeasure measure) {
        bare.forEach(place -> labels.take(place.symbol()));
        List<MapPlace> places = new ArrayList<>();
        for (MapPlace place : bare) {
            NameChoices choices = new NameChoices(place, frame, measure);
            Optional<PlacedText> name =
                    place.isMeantByAll()
                            ? Optional.of(
                                    labels.placeAnyway(
                                            choices.all(), choices.room(), place.symbol()))
                            : labels.place(choices.all(), choices.room(), place.symbol());
            places.add(place.withName(name));
        }
        return places;
    }

    /// With the names of all of them, which are few, wherever they hide least.
    ///
    /// @param labels as for [#of]
    static List<MapPlace> beside(
            List<MapPlace> bare, Frame frame, Labels labels, TextMeasure measure) {
        bare.forEach(place -> labels.take(place.symbol()));
        return bare.stream()
                .map(place -> {
                    NameChoices choices = new NameChoices(place, frame, measure);
                    return place.withName(
                            Optional.of(
                                    labels.placeAnyway(
                                            choices.around(), choices.room(), place.symbol())));
                })
                .toList();
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
        double y = isOnRail ? plot.bottom() + ON_RAIL : plot.bottom() - clamped(up) * plot.height();
        x = side == Side.LEFT ? x + EDGE : side == Side.RIGHT ? x - EDGE : x;
        y = side == Side.ABOVE ? y + EDGE : side == Side.BELOW ? y - EDGE : y;
        return new MapPlace(mark, x, y, side, isOnRail, Optional.empty());
    }

    /// Where a mark is in a plot without more around it.
    static MapPlace in(MapMark mark, Frame frame) {
        return new MapPlace(
                mark, frame.x(mark.x()), frame.y(mark.y()), Side.WITHIN, false, Optional.empty());
    }

    private MapPlace withName(Optional<PlacedText> text) {
        return new MapPlace(mark, x, y, side, isOnRail, text);
    }

    private static double clamped(double share) {
        return share >= 0 ? Math.min(1, share) : 0;
    }

    /// Whether its name is to be seen whatever that hides.
    boolean isMeantByAll() {
        return mark.shape() == MapMark.Shape.TARGET;
    }

    /// The name, with the values of what lies beyond the map.
    String text(Frame frame) {
        return switch (side) {
            case WITHIN -> mark.name();
            case LEFT, RIGHT -> mark.name() + " at " + frame.x().text(mark.x());
            case BELOW, ABOVE -> mark.name() + " at " + frame.y().text(mark.y());
        };
    }

    TextStyle style() {
        return isMeantByAll() ? TextStyle.TITLE : TextStyle.TICK;
    }

    /// Where it is pointed at.
    Box box() {
        return around(REACH);
    }

    /// What its point covers.
    Box symbol() {
        return around(isMeantByAll() ? REACH : SYMBOL);
    }

    private Box around(double reach) {
        return new Box(x - reach, y - reach, 2 * reach, 2 * reach);
    }
}
