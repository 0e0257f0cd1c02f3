package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a predicted band holds: in a corner of the plot through which no curve runs, first where
/// curves begin and the band is narrow.
record BandCaption(PlacedText text) {
    private static final double MARGIN = 4;
    private static final double ASCENT = 10;

    /// Empty where every corner has its curve.
    static Optional<BandCaption> of(
            Curve.Band band,
            Box plot,
            Direction direction,
            List<Trace> traces,
            TextMeasure measure) {
        boolean beginsLeft = direction == Direction.FORWARD;
        List<PlacedText> corners = new ArrayList<>();
        for (boolean isLeft : new boolean[] {beginsLeft, !beginsLeft}) {
            for (double baseline : new double[] {plot.bottom() - 5, plot.y() + ASCENT}) {
                corners.add(
                        PlacedText.of(
                                measure,
                                band.caption(),
                                isLeft ? plot.x() + MARGIN : plot.right() - MARGIN,
                                baseline,
                                TextStyle.TICK,
                                isLeft ? Anchor.START : Anchor.END));
            }
        }
        return corners.stream()
                .filter(corner -> traces.stream().noneMatch(trace -> trace.crosses(corner.box())))
                .findFirst()
                .map(BandCaption::new);
    }

    void paint(Surface surface, Palette palette) {
        text.paint(surface, palette.muted());
    }
}
