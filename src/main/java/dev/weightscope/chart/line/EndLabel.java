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
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;

/// A series' name beside the end of its curve, or what theory comes to beside the end of its own.
///
/// @param isMeasured whether it names the curve and not its theory
/// @param hasLeader whether a line leads to it where it does not stand right beside the end
/// @param endX where the curve ends
record EndLabel(
        Trace trace,
        boolean isMeasured,
        boolean hasLeader,
        Direction direction,
        List<PlacedText> lines,
        double endX,
        double endY) {
    static final double GAP = 12;

    /// A longer name is cut; pointing at it tells it whole.
    private static final int MOST_LINES = 3;

    EndLabel {
        lines = List.copyOf(lines);
    }

    Series<Curve> series() {
        return trace.series();
    }

    /// Where a curve ends, and what stands there.
    record End(
            Trace trace,
            boolean isMeasured,
            Direction direction,
            List<String> lines,
            TextStyle style,
            double x,
            double y) {
        /// @param name of the series, or a short form of it
        /// @param width of a line, at most
        static End of(
                Trace trace, String name, Direction direction, double width, TextMeasure measure) {
            return of(trace, name, direction, width, MOST_LINES, measure);
        }

        /// As above, on one line.
        static End onOneLine(
                Trace trace, String name, Direction direction, double width, TextMeasure measure) {
            return of(trace, name, direction, width, 1, measure);
        }

        private static End of(
                Trace trace,
                String name,
                Direction direction,
                double width,
                int most,
                TextMeasure measure) {
            TextStyle style =
                    switch (trace.series().role()) {
                        case LIVE -> TextStyle.TITLE;
                        case PINNED -> TextStyle.LABEL;
                    };
            Trace.Point end = trace.end(direction);
            String remark =
                    switch (end.kind()) {
                        case ON_AXIS, ABOVE_FRAME, BELOW_FRAME -> "";
                        case ZERO -> end.value() == 0 ? " → 0" : " → −∞";
                        case INFINITE -> " → ∞";
                        case NAN -> " → NaN";
                    };
            return new End(
                    trace,
                    true,
                    direction,
                    TextLines.fit(name + remark, width, most, measure, style),
                    style,
                    end.x(),
                    end.y());
        }

        /// What theory comes to, at the end of its curve.
        static End ofTheory(Trace trace, Direction direction, double value, double y) {
            return new End(
                    trace,
                    false,
                    direction,
                    List.of("theory " + NumberText.significant(value, 3)),
                    TextStyle.LABEL,
                    trace.end(direction).x(),
                    y);
        }

        double height() {
            return lines.size() * style.lineHeight();
        }

        /// @param edge of the names, on the side of the plot
        EndLabel at(double edge, double center, TextMeasure measure) {
            Anchor anchor =
                    switch (direction) {
                        case FORWARD -> Anchor.START;
                        case BACKWARD -> Anchor.END;
                    };
            return label(edge, center, anchor, true, measure);
        }

        EndLabel label(
                double edge, double center, Anchor anchor, boolean hasLeader, TextMeasure measure) {
            List<PlacedText> placed = new ArrayList<>();
            double top = center - height() / 2;
            for (int i = 0; i < lines.size(); i++) {
                double baseline = top + (i + 0.5) * style.lineHeight() + style.baselineShift();
                placed.add(PlacedText.of(measure, lines.get(i), edge, baseline, style, anchor));
            }
            return new EndLabel(trace, isMeasured, hasLeader, direction, placed, x, y);
        }
    }

    Box box() {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (PlacedText line : lines) {
            left = Math.min(left, line.box().x());
            right = Math.max(right, line.box().right());
        }
        double top = lines.getFirst().box().y();
        return new Box(left, top, right - left, lines.getLast().box().bottom() - top);
    }

    /// A dotted line from the end of the curve to a name that does not stand beside it.
    void paintLeader(Surface surface, Palette palette, Box plot) {
        if (!hasLeader) {
            return;
        }
        Box box = box();
        double center = box.centerY();
        double nameEdge = direction == Direction.FORWARD ? box.x() : box.right();
        double plotEdge = direction == Direction.FORWARD ? plot.right() : plot.x();
        boolean isInPlot = nameEdge > plot.x() && nameEdge < plot.right();
        boolean endsAtEdge = Math.abs(endX - plotEdge) < 8;
        if (Math.abs(center - endY) < 4 && (endsAtEdge || isInPlot)) {
            return;
        }
        double outwards = direction == Direction.FORWARD ? 1 : -1;
        double begin = endX + outwards * 4;
        double bend = isInPlot ? begin : plotEdge;
        surface.polyline(
                new double[] {begin, bend, nameEdge - outwards * 3},
                new double[] {endY, endY, center},
                3,
                Stroke.dotted(palette.muted().withOpacity(0.7), 1));
    }

    /// On the background, so that other names' leaders do not run through it.
    void paint(Surface surface, Palette palette) {
        surface.fill(box().inset(-1, -2, -2, -2), palette.background());
        Ink ink =
                isMeasured
                        ? palette.lettering(trace.colour())
                        : trace.colour().ink(palette).mix(palette.text(), 0.75);
        lines.forEach(line -> line.paint(surface, ink));
    }
}
