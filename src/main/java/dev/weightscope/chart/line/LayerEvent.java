package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A layer where something happens for the first time, with its name beside a vertical line.
record LayerEvent(int layer, double x, PlacedText label) {
    private static final double ROW = 13;
    private static final double GAP = 5;

    /// The events of a snapshot: overflows are named at the foot, since the curve is high there,
    /// zeros at the head; the foot before the first flushed layer, from which the curve comes down,
    /// is free for its name.
    ///
    /// @param x0 where layer 0 lies
    /// @param x1 where layer 1 lies
    static List<LayerEvent> of(
            Snapshot snapshot, Box plot, double x0, double x1, TextMeasure measure) {
        List<Mark> marks = new ArrayList<>();
        OptionalInt overflow = snapshot.firstOverflowLayer();
        OptionalInt squares = snapshot.firstSquareOverflowLayer();
        double foot = plot.bottom() - 6;
        NumberFormat format = snapshot.experiment().format();
        String overflows =
                format == NumberFormat.FLOAT32 ? "values overflow" : format.label() + " overflows";
        overflow.ifPresent(layer -> marks.add(new Mark(layer, overflows, foot, Anchor.START)));
        if (!squares.equals(overflow)) {
            squares.ifPresent(layer ->
                    marks.add(new Mark(layer, "squares overflow", foot - ROW, Anchor.START)));
        }
        OptionalInt flushed = snapshot.firstFlushedLayer();
        if (!flushed.equals(snapshot.firstAllZeroLayer())) {
            flushed.ifPresent(layer ->
                    marks.add(new Mark(layer, format.label() + " flushes", foot, Anchor.END)));
        }
        snapshot.firstAllZeroLayer()
                .ifPresent(layer ->
                        marks.add(new Mark(layer, "all zero", plot.y() + 10, Anchor.START)));
        List<Double> lines = marks.stream().map(mark -> x0 + mark.layer() * (x1 - x0)).toList();
        return IntStream.range(0, marks.size())
                .mapToObj(index -> marks.get(index).at(lines.get(index), lines, plot, measure))
                .toList();
    }

    /// An event before its name is placed.
    ///
    /// @param side START for a name that is rather to the right of its line, END to the left
    private record Mark(int layer, String what, double baseline, Anchor side) {
        /// To the right of its line, or to the left where the name would cross another line or the
        /// plot's edge only on the right.
        LayerEvent at(double x, List<Double> lines, Box plot, TextMeasure measure) {
            String text = what + " from layer " + layer;
            PlacedText right =
                    PlacedText.of(measure, text, x + GAP, baseline, TextStyle.TICK, Anchor.START);
            PlacedText left =
                    PlacedText.of(measure, text, x - GAP, baseline, TextStyle.TICK, Anchor.END);
            boolean fitsRight = right.box().right() <= plot.right();
            boolean isLeft =
                    isFree(left, lines, plot)
                            ? side == Anchor.END || !isFree(right, lines, plot)
                            : !fitsRight;
            return new LayerEvent(
                    layer, x, (isLeft ? left : right).within(plot.x() + 2, plot.right()));
        }

        private static boolean isFree(PlacedText text, List<Double> lines, Box plot) {
            Box box = text.box();
            return box.x() >= plot.x() + 2
                    && box.right() <= plot.right()
                    && lines.stream().noneMatch(line -> line >= box.x() && line <= box.right());
        }
    }

    void paintLine(Surface surface, Palette palette, Box plot) {
        surface.line(
                x,
                plot.y(),
                x,
                plot.bottom(),
                Stroke.dashed(palette.danger().withOpacity(0.45), 1));
    }

    /// On the background, so that a line that the name has to cross is interrupted.
    void paintLabel(Surface surface, Palette palette) {
        Box box = label.box();
        surface.fill(box.inset(-1, -2, -2, -2), palette.background());
        label.paint(surface, palette.danger());
    }
}
