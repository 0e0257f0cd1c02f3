package dev.weightscope.chart;

import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A layer where something happens for the first time, with its name beside a vertical line.
record LayerEvent(int layer, double x, PlacedText label) {
    private static final double ROW = 13;

    /// The events of a snapshot: overflows are named at the foot, since the curve is high there,
    /// zeros at the head.
    ///
    /// @param x0 where layer 0 lies
    /// @param x1 where layer 1 lies
    static List<LayerEvent> of(
            Snapshot snapshot, Box plot, double x0, double x1, TextMeasure measure) {
        List<LayerEvent> events = new ArrayList<>();
        OptionalInt overflow = snapshot.firstOverflowLayer();
        OptionalInt squares = snapshot.firstSquareOverflowLayer();
        double foot = plot.bottom() - 6;
        overflow.ifPresent(
                layer -> events.add(at(layer, "values overflow", foot, plot, x0, x1, measure)));
        if (!squares.equals(overflow)) {
            squares.ifPresent(layer ->
                    events.add(at(layer, "squares overflow", foot - ROW, plot, x0, x1, measure)));
        }
        snapshot.firstAllZeroLayer()
                .ifPresent(layer ->
                        events.add(at(layer, "all zero", plot.y() + 10, plot, x0, x1, measure)));
        return events;
    }

    private static LayerEvent at(
            int layer,
            String what,
            double baseline,
            Box plot,
            double x0,
            double x1,
            TextMeasure measure) {
        double x = x0 + layer * (x1 - x0);
        String text = what + " from layer " + layer;
        double width = measure.textWidth(text, TextStyle.TICK);
        boolean fitsRight = x + 5 + width <= plot.right();
        return new LayerEvent(
                layer,
                x,
                PlacedText.of(
                                measure,
                                text,
                                fitsRight ? x + 5 : x - 5,
                                baseline,
                                TextStyle.TICK,
                                fitsRight ? Anchor.START : Anchor.END)
                        .within(plot.x() + 2, plot.right()));
    }

    void paint(Surface surface, Palette palette, Box plot) {
        surface.line(
                x,
                plot.y(),
                x,
                plot.bottom(),
                Stroke.dashed(palette.danger().withOpacity(0.45), 1));
        Box box = label.box();
        surface.fill(box.inset(-1, -2, -2, -2), palette.background().withOpacity(0.8));
        label.paint(surface, palette.danger());
    }
}
