package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A ring around the place of a curve where it arrives at what it was to reach, with the place's
/// name for the live series alone.
record RingMark(Trace trace, double x, double y, Optional<PlacedText> label) {
    private static final double RADIUS = 4;

    static List<RingMark> place(List<Trace> traces, Placement placement, TextMeasure measure) {
        List<RingMark> marks = new ArrayList<>();
        for (Trace trace : traces) {
            if (trace.series().values().ring().isEmpty()) {
                continue;
            }
            int index = trace.series().values().ring().getAsInt();
            Trace.Point point = trace.points().get(index);
            if (placement.holds(point.value())) {
                Optional<PlacedText> label =
                        trace.series().role() == Series.Role.LIVE
                                ? Optional.of(label(placement, index, point, traces, measure))
                                : Optional.empty();
                marks.add(new RingMark(trace, point.x(), point.y(), label));
            }
        }
        return marks;
    }

    /// Below to the left, where a curve that falls is not; or else where fewest curves are.
    private static PlacedText label(
            Placement placement,
            int index,
            Trace.Point point,
            List<Trace> traces,
            TextMeasure measure) {
        Stops stops = placement.stops();
        Box plot = placement.plot();
        String text = stops.name(index).toLowerCase(Locale.ROOT);
        double down = point.y() + 17;
        double up = point.y() - 9;
        List<PlacedText> places = new ArrayList<>();
        for (double baseline : new double[] {down, up}) {
            for (Anchor anchor : List.of(Anchor.END, Anchor.START)) {
                double x = point.x() + (anchor == Anchor.END ? -5 : 5);
                places.add(
                        PlacedText.of(measure, text, x, baseline, TextStyle.TITLE, anchor)
                                .within(plot.x() + 2, plot.right() - 2));
            }
        }
        PlacedText best = places.getFirst();
        long least = Long.MAX_VALUE;
        for (PlacedText place : places) {
            Box box = place.box();
            long hidden =
                    traces.stream().filter(trace -> trace.crosses(box)).count()
                            + (box.y() < plot.y() || box.bottom() > plot.bottom() ? 100 : 0);
            if (hidden < least) {
                least = hidden;
                best = place;
            }
        }
        return best;
    }

    void paint(Surface surface, Palette palette) {
        surface.disc(x, y, RADIUS, trace.colour().ink(palette));
        surface.disc(x, y, RADIUS - 1.6, palette.background());
        label.ifPresent(text -> text.paint(surface, palette.lettering(trace.colour())));
    }
}
