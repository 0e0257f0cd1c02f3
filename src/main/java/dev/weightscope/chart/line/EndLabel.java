package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A series' name beside the end of its curve.
///
/// @param endX where the curve ends
record EndLabel(Trace trace, List<PlacedText> lines, double endX, double endY) {
    static final double GAP = 12;

    /// A longer name is cut; pointing at it tells it whole.
    private static final int MOST_LINES = 3;

    EndLabel {
        lines = List.copyOf(lines);
    }

    Series<List<Double>> series() {
        return trace.series();
    }

    /// Where a curve ends, and what stands there.
    record End(Trace trace, List<String> lines, TextStyle style, double x, double y) {
        static End of(Trace trace, double width, TextMeasure measure) {
            TextStyle style =
                    switch (trace.series().role()) {
                        case LIVE -> TextStyle.TITLE;
                        case PINNED -> TextStyle.LABEL;
                    };
            Trace.Point last = trace.last();
            String remark =
                    switch (last.kind()) {
                        case POSITIVE -> "";
                        case ZERO -> " → 0";
                        case INFINITE -> " → ∞";
                        case NAN -> " → NaN";
                    };
            return new End(
                    trace,
                    TextLines.fit(
                            trace.series().label() + remark, width, MOST_LINES, measure, style),
                    style,
                    last.x(),
                    last.y());
        }

        double height() {
            return lines.size() * style.lineHeight();
        }

        private EndLabel at(double left, double center, TextMeasure measure) {
            List<PlacedText> placed = new ArrayList<>();
            double top = center - height() / 2;
            for (int i = 0; i < lines.size(); i++) {
                double baseline = top + (i + 0.5) * style.lineHeight() + style.baselineShift();
                placed.add(
                        PlacedText.of(measure, lines.get(i), left, baseline, style, Anchor.START));
            }
            return new EndLabel(trace, placed, x, y);
        }
    }

    /// Right after the end of a curve that ends early, where nothing else is drawn there.
    static Optional<EndLabel> inside(End end, Box plot, List<Trace> traces, TextMeasure measure) {
        EndLabel label = end.at(end.x() + GAP, end.y(), measure);
        Box box = label.box();
        boolean isInside =
                box.y() >= plot.y()
                        && box.bottom() <= plot.bottom()
                        && box.right() <= plot.right() - GAP;
        return isInside && traces.stream().noneMatch(trace -> trace.crosses(box))
                ? Optional.of(label)
                : Optional.empty();
    }

    /// Names that do not overlap, each as near to its curve's end as can be. Where not all have
    /// room, the last pinned ones go without: the list beside the chart names them too.
    static List<EndLabel> place(
            List<End> ends, double plotRight, double top, double bottom, TextMeasure measure) {
        List<End> fitting = new ArrayList<>(ends);
        while (fitting.size() > 1
                && fitting.stream().mapToDouble(End::height).sum() > bottom - top) {
            fitting.remove(lastPinned(fitting));
        }
        double[] centers =
                Spacing.apart(
                        fitting.stream().mapToDouble(End::y).toArray(),
                        fitting.stream().mapToDouble(End::height).toArray(),
                        top,
                        bottom);
        List<EndLabel> labels = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            labels.add(fitting.get(i).at(plotRight + GAP, centers[i], measure));
        }
        return labels;
    }

    private static int lastPinned(List<End> ends) {
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (ends.get(i).trace().series().role() == Series.Role.PINNED) {
                return i;
            }
        }
        return ends.size() - 1;
    }

    Box box() {
        Box first = lines.getFirst().box();
        Box last = lines.getLast().box();
        double width = lines.stream().mapToDouble(PlacedText::width).max().orElse(0);
        return new Box(first.x(), first.y(), width, last.bottom() - first.y());
    }

    /// A dotted line from the end of the curve to a name that does not stand beside it.
    void paintLeader(Surface surface, Palette palette, double plotRight) {
        double center = box().centerY();
        double x = box().x();
        boolean isBeside = Math.abs(center - endY) < 4 && (endX > plotRight - 8 || x < plotRight);
        if (!isBeside) {
            surface.polyline(
                    new double[] {endX + 4, plotRight, x - 3},
                    new double[] {endY, endY, center},
                    3,
                    Stroke.dotted(palette.muted().withOpacity(0.7), 1));
        }
    }

    /// On the background, so that other names' leaders do not run through it.
    void paint(Surface surface, Palette palette) {
        Ink ink = palette.curve(series().colour());
        surface.fill(box().inset(-1, -2, -2, -2), palette.background());
        // Thin strokes need more contrast than a curve: a step towards the text's colour.
        lines.forEach(line -> line.paint(surface, ink.mix(palette.text(), 0.15)));
    }
}
