package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.axis.NumberText;

/// The gap across a bar that is higher than its plot, and the share of values that it stands for.
final class CutMark {
    private static final double BELOW_TOP = 6;
    private static final double THICKNESS = 3;
    private static final double SLANT = 3;
    private static final double OVERHANG = 3;
    private static final double BADGE_GAP = 5;

    private CutMark() {}

    /// Two slanted lines with nothing between them, near the top of the bar.
    static void paint(Surface surface, Palette palette, Box bar) {
        double left = bar.x() - OVERHANG;
        double right = bar.right() + OVERHANG;
        double y = bar.y() + BELOW_TOP;
        surface.polygon(
                new double[] {left, right, right, left},
                new double[] {y + SLANT, y - SLANT, y - SLANT + THICKNESS, y + SLANT + THICKNESS},
                4,
                palette.background());
        Stroke edge = Stroke.solid(palette.muted(), 1);
        surface.line(left, y + SLANT, right, y - SLANT, edge);
        surface.line(left, y + SLANT + THICKNESS, right, y - SLANT + THICKNESS, edge);
    }

    /// `0: 50 %` beside the bar, on the side where there is room.
    static void badge(Surface surface, Palette palette, double zeroShare, Box bar, Box plot) {
        String text = "0: " + NumberText.percent(zeroShare);
        double width = Badge.width(surface, text);
        double right = bar.right() + BADGE_GAP;
        double left = right + width <= plot.right() ? right : bar.x() - BADGE_GAP - width;
        Badge.plain(surface, palette, text, Math.max(plot.x(), left), plot.y() + 1);
    }
}
