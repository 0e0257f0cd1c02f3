package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// Where the name of a point of a plane could stand, best first: below it on the strip of a map,
/// beside it elsewhere.
record NameChoices(MapPlace place, Frame frame, TextMeasure measure) {
    private static final double GAP = 9;
    private static final double ROW = 11;
    private static final double INSET = 3;

    /// Baselines of the strip, below the plot.
    private static final double FIRST_ROW = 24;

    /// How far a name that has to be seen may stand from its point, in rows.
    private static final int FARTHEST = 4;

    /// The same between curves, which lead away from it to more than one side.
    private static final int FARTHEST_FROM_CURVES = 10;

    /// Where it has to lie.
    Box room() {
        Box plot = frame.plot();
        boolean isBelow = place.isOnRail() && !place.isMeantByAll();
        return isBelow
                ? new Box(plot.x() + INSET, plot.bottom(), plot.width() - 2 * INSET, frame.foot())
                : plot.inset(0, INSET, 0, INSET);
    }

    List<PlacedText> all() {
        if (place.isMeantByAll()) {
            return farther(FARTHEST);
        }
        return place.isOnRail() ? onRail() : beside(GAP);
    }

    /// Beside it, and ever farther.
    List<PlacedText> around() {
        List<PlacedText> choices = new ArrayList<>(beside(GAP));
        choices.addAll(farther(FARTHEST_FROM_CURVES));
        return choices;
    }

    private List<PlacedText> onRail() {
        Box plot = frame.plot();
        List<PlacedText> choices = new ArrayList<>();
        for (double row = FIRST_ROW; row <= frame.foot() - 1; row += ROW) {
            double baseline = plot.bottom() + row;
            choices.add(
                    at(place.x(), baseline, Anchor.MIDDLE)
                            .within(plot.x() + INSET, plot.right() - INSET));
        }
        return choices;
    }

    /// Ever farther, so that it is seen whatever else is around it.
    private List<PlacedText> farther(int most) {
        List<PlacedText> choices = new ArrayList<>();
        Box plot = frame.plot();
        // Above the strip, on the map: the strip is for the others' names.
        double level = place.isOnRail() ? plot.bottom() - GAP - middle() : place.y();
        choices.addAll(place.isOnRail() ? List.of() : beside(2 * GAP));
        for (int rows = 0; rows < most; rows++) {
            for (double way : place.isOnRail() ? new double[] {-1} : new double[] {-1, 1}) {
                double baseline = level + middle() + way * rows * (ROW + 3);
                choices.add(at(place.x() + 2 * GAP, baseline, Anchor.START));
                choices.add(at(place.x() - 2 * GAP, baseline, Anchor.END));
                choices.add(
                        at(place.x(), baseline, Anchor.MIDDLE)
                                .within(plot.x() + INSET, plot.right() - INSET));
            }
        }
        return choices;
    }

    private double middle() {
        return style().size() * 0.36;
    }

    /// @param gap from the point
    private List<PlacedText> beside(double gap) {
        double level = place.y() + middle();
        return List.of(
                at(place.x() + gap, level, Anchor.START),
                at(place.x() - gap, level, Anchor.END),
                at(place.x() + gap, level - ROW, Anchor.START),
                at(place.x() + gap, level + ROW, Anchor.START),
                at(place.x() - gap, level - ROW, Anchor.END),
                at(place.x() - gap, level + ROW, Anchor.END),
                at(place.x(), place.y() - gap, Anchor.MIDDLE),
                at(place.x(), place.y() + gap + style().size(), Anchor.MIDDLE));
    }

    private TextStyle style() {
        return place.style();
    }

    private PlacedText at(double x, double baseline, Anchor anchor) {
        return PlacedText.of(measure, place.text(frame), x, baseline, style(), anchor);
    }
}
