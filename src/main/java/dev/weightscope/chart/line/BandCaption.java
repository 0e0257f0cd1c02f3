package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;

/// What a predicted band holds: at its lower edge where it is wide enough for a line of text, else
/// at the plot's foot.
record BandCaption(PlacedText text) {
    /// Where along the places it stands.
    private static final double SHARE = 0.6;

    private static final double LEAST_HEIGHT = 40;

    static BandCaption of(Curve.Band band, Placement placement, TextMeasure measure) {
        Box plot = placement.plot();
        double width = measure.textWidth(band.caption(), TextStyle.TICK);
        int middle = placement.nearest(placement.x(SHARE));
        int before = placement.nearest(placement.x(middle) - width / 2);
        int after = placement.nearest(placement.x(middle) + width / 2);
        double top = plot.y();
        double bottom = plot.bottom();
        for (int index : new int[] {before, middle, after}) {
            int inBand = Math.min(index, band.low().size() - 1);
            top = Math.max(top, placement.yWithin(band.high().get(inBand)));
            bottom = Math.min(bottom, placement.yWithin(band.low().get(inBand)));
        }
        double baseline = bottom - top >= LEAST_HEIGHT ? bottom - 5 : plot.bottom() - 5;
        return new BandCaption(
                PlacedText.of(
                                measure,
                                band.caption(),
                                placement.x(middle),
                                baseline,
                                TextStyle.TICK,
                                Anchor.MIDDLE)
                        .within(plot.x() + 2, plot.right() - 2));
    }

    void paint(Surface surface, Palette palette) {
        text.paint(surface, palette.muted());
    }
}
