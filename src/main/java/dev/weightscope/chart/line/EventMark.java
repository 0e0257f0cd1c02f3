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
import java.util.stream.Stream;

/// An event in its place: a vertical line, and its name where it hides as little as can be.
record EventMark(Event event, double x, PlacedText label) {
    private static final double ROW = 14;
    private static final int ROWS = 3;
    private static final double GAP = 5;

    /// @param x where each event's line stands
    /// @param traces that names keep clear of, as far as can be
    static List<EventMark> place(
            List<Event> events, List<Double> x, Box plot, List<Trace> traces, TextMeasure measure) {
        List<EventMark> marks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            double line = x.get(i);
            PlacedText best =
                    places(event, line, plot, measure).stream()
                            .min(Comparator.comparingInt(text -> hidden(text, x, marks, traces)))
                            .orElseThrow();
            marks.add(new EventMark(event, line, best));
        }
        return marks;
    }

    /// Where the name can stand, best first.
    private static List<PlacedText> places(Event event, double x, Box plot, TextMeasure measure) {
        List<Event.Edge> edges =
                Stream.concat(Stream.of(event.edge()), Stream.of(Event.Edge.values()))
                        .distinct()
                        .toList();
        List<Event.Side> sides =
                Stream.concat(Stream.of(event.side()), Stream.of(Event.Side.values()))
                        .distinct()
                        .toList();
        List<PlacedText> places = new ArrayList<>();
        for (Event.Edge edge : edges) {
            for (int row = 0; row < ROWS; row++) {
                double baseline =
                        switch (edge) {
                            case HEAD -> plot.y() + 10 + row * ROW;
                            case FOOT -> plot.bottom() - 6 - row * ROW;
                        };
                for (Event.Side side : sides) {
                    places.add(
                            switch (side) {
                                case AFTER -> at(event, x + GAP, baseline, Anchor.START, measure);
                                case BEFORE -> at(event, x - GAP, baseline, Anchor.END, measure);
                            });
                }
            }
        }
        return places.stream().map(each -> each.within(plot.x() + 2, plot.right())).toList();
    }

    private static PlacedText at(
            Event event, double x, double baseline, Anchor anchor, TextMeasure measure) {
        return PlacedText.of(measure, event.name(), x, baseline, TextStyle.TICK, anchor);
    }

    /// What a name there would hide: other names count most, then lines, then curves.
    private static int hidden(
            PlacedText text, List<Double> lines, List<EventMark> marks, List<Trace> traces) {
        Box ground = ground(text);
        long names = marks.stream().filter(mark -> ground(mark.label).overlaps(ground)).count();
        long crossed = lines.stream().filter(x -> x >= ground.x() && x <= ground.right()).count();
        long curves = traces.stream().filter(trace -> trace.crosses(ground)).count();
        return (int) Math.min(Integer.MAX_VALUE, 10_000 * names + 100 * crossed + curves);
    }

    private static Box ground(PlacedText text) {
        return text.box().inset(-1, -2, -2, -2);
    }

    void paintLine(Surface surface, Palette palette, Box plot) {
        surface.line(
                x, plot.y(), x, plot.bottom(), Stroke.dashed(ink(palette).withOpacity(0.45), 1));
    }

    /// On the background, so that what the name has to cross is interrupted.
    void paintLabel(Surface surface, Palette palette) {
        surface.fill(ground(label), palette.background());
        label.paint(surface, ink(palette));
    }

    private Ink ink(Palette palette) {
        return switch (event.kind()) {
            case FAULT -> palette.danger();
            case LIVE -> palette.accent();
        };
    }
}
