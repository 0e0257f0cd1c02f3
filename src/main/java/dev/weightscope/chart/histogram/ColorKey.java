package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;

/// What the colours of a heat map mean, in its lower right corner.
record ColorKey(PlacedText few, Box ramp, PlacedText many) {
    private static final double RAMP_WIDTH = 72;
    private static final double RAMP_HEIGHT = 8;

    /// @param most what the strongest colour means
    static ColorKey at(Box area, String most, TextMeasure measure) {
        double baseline = area.bottom() - 4;
        PlacedText many =
                PlacedText.of(measure, most, area.right(), baseline, TextStyle.TICK, Anchor.END);
        Box ramp =
                new Box(
                        area.right() - many.width() - 6 - RAMP_WIDTH,
                        baseline - RAMP_HEIGHT,
                        RAMP_WIDTH,
                        RAMP_HEIGHT);
        return new ColorKey(
                PlacedText.of(measure, "0", ramp.x() - 6, baseline, TextStyle.TICK, Anchor.END),
                ramp,
                many);
    }

    double width() {
        return many.box().right() - few.box().x();
    }

    void paint(Surface surface, Palette palette) {
        few.paint(surface, palette.muted());
        many.paint(surface, palette.muted());
        int steps = (int) RAMP_WIDTH;
        int[] pixels = new int[steps];
        for (int i = 0; i < steps; i++) {
            pixels[i] = palette.density(i / (steps - 1.0)).argb();
        }
        surface.image(pixels, steps, 1, ramp);
    }
}
