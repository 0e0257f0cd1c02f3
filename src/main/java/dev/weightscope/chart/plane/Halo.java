package dev.weightscope.chart.plane;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextStyle;
import java.util.List;

/// A text that can be read on any colour: its shape in the background's colour lies around it.
final class Halo {
    /// Of a line of text, however narrow the plot is.
    private static final double LEAST = 40;

    private Halo() {}

    static void paint(Surface surface, Palette palette, PlacedText text, Ink ink) {
        if (!text.text().isEmpty()) {
            surface.outlinedText(
                    text.text(),
                    text.x(),
                    text.baseline(),
                    text.style(),
                    text.anchor(),
                    ink,
                    palette.background());
        }
    }

    /// A text in the middle of a plot, on as many lines as it takes.
    ///
    /// @param margin of the plot's width that it leaves free
    static void paintWithin(
            Surface surface,
            Palette palette,
            String text,
            Box plot,
            double margin,
            TextStyle style,
            Ink ink) {
        List<String> lines =
                TextLines.wrap(text, Math.max(LEAST, plot.width() - margin), surface, style);
        double y = plot.centerY() - lines.size() * style.lineHeight() / 2;
        for (String line : lines) {
            y += style.lineHeight();
            paint(
                    surface,
                    palette,
                    PlacedText.of(surface, line, plot.centerX(), y, style, Anchor.MIDDLE),
                    ink);
        }
    }
}
