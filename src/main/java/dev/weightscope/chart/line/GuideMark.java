package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A guide in its place: a level line, and its name where it hides as little as can be; none where
/// it could not be read beside other names.
record GuideMark(Guide guide, double y, PlacedText label) {
    /// Beside the first and the last place, either of which may be the one that is looked at.
    private static final double MARGIN = 12;

    private static final double ABOVE = 4;
    private static final double BELOW = 12;

    /// Nearer, two names read as one.
    private static final double APART = 3;

    /// What hiding a name weighs beside hiding curves.
    private static final long NAME = 10_000;

    /// Where along the line a name can stand, best first: curves that grow come last to the right
    /// end, and so does the place that is looked at.
    private static final List<Double> SHARES = List.of(0.98, 0.02, 0.5, 0.25, 0.75);

    /// Those that the axis spans.
    ///
    /// @param traces that names keep clear of, as far as can be
    /// @param taken by other names
    static List<GuideMark> place(
            List<Guide> guides,
            Placement placement,
            List<Trace> traces,
            List<Box> taken,
            TextMeasure measure) {
        List<GuideMark> marks = new ArrayList<>();
        for (Guide guide : guides) {
            if (placement.holds(guide.value())) {
                marks.add(mark(guide, placement, traces, marks, taken, measure));
            }
        }
        return marks;
    }

    private static GuideMark mark(
            Guide guide,
            Placement placement,
            List<Trace> traces,
            List<GuideMark> others,
            List<Box> taken,
            TextMeasure measure) {
        double y = placement.y(guide.value());
        Box plot = placement.plot();
        List<PlacedText> places = new ArrayList<>();
        for (double share : SHARES) {
            for (double baseline : new double[] {y - ABOVE, y + BELOW}) {
                PlacedText text =
                        PlacedText.of(
                                        measure,
                                        guide.name(),
                                        plot.x() + share * plot.width(),
                                        baseline,
                                        TextStyle.TICK,
                                        Anchor.MIDDLE)
                                .within(plot.x() + MARGIN, plot.right() - MARGIN);
                if (text.box().y() >= plot.y() && text.box().bottom() <= plot.bottom()) {
                    places.add(text);
                }
            }
        }
        PlacedText best =
                places.stream()
                        .min(
                                Comparator.comparingLong(
                                        text -> hidden(text.box(), traces, others, taken)))
                        .filter(text -> hidden(text.box(), traces, others, taken) < NAME)
                        .orElseGet(() ->
                                PlacedText.of(
                                        measure, "", plot.x(), y, TextStyle.TICK, Anchor.START));
        return new GuideMark(guide, y, best);
    }

    /// What a name there would hide: other names count most, then their lines, then curves.
    private static long hidden(
            Box ground, List<Trace> traces, List<GuideMark> others, List<Box> taken) {
        Box around = ground.inset(-APART, -APART, -APART, -APART);
        long names =
                taken.stream().filter(around::overlaps).count()
                        + others.stream().filter(each -> each.label.box().overlaps(around)).count();
        long lines =
                others.stream()
                        .filter(each -> each.y >= ground.y() && each.y <= ground.bottom())
                        .count();
        long curves = traces.stream().filter(trace -> trace.crosses(ground)).count();
        return NAME * names + 100 * lines + curves;
    }

    void paintLine(Surface surface, Palette palette, Box plot) {
        Stroke stroke =
                switch (guide.kind()) {
                    case GOAL -> Stroke.dashed(ink(palette), 1.2);
                    case BASELINE -> Stroke.dotted(ink(palette), 1.4);
                    case RULE -> Stroke.dashed(ink(palette), 1);
                };
        surface.line(plot.x(), y, plot.right(), y, stroke);
    }

    /// On the background, so that what the name has to cross is interrupted.
    void paintLabel(Surface surface, Palette palette) {
        ground().ifPresent(ground -> {
            surface.fill(ground, palette.background().withOpacity(0.85));
            label.paint(surface, ink(palette));
        });
    }

    /// What the name covers, if there is one.
    Optional<Box> ground() {
        return label.text().isEmpty()
                ? Optional.empty()
                : Optional.of(label.box().inset(-1, -2, -1, -2));
    }

    private Ink ink(Palette palette) {
        return switch (guide.kind()) {
            case GOAL -> palette.good();
            case BASELINE, RULE -> palette.muted();
        };
    }
}
