package dev.weightscope.chart.plane;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;

/// A text that can be read on any colour: its shape in the background's colour lies around it.
final class Halo {
    private static final double REACH = 1.3;
    private static final int DIRECTIONS = 8;

    private Halo() {}

    static void paint(Surface surface, Palette palette, PlacedText text, Ink ink) {
        if (text.text().isEmpty()) {
            return;
        }
        Ink ground = palette.background().withOpacity(0.85);
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            surface.text(
                    text.text(),
                    text.x() + REACH * Math.cos(angle),
                    text.baseline() + REACH * Math.sin(angle),
                    text.style(),
                    text.anchor(),
                    ground);
        }
        text.paint(surface, ink);
    }
}
