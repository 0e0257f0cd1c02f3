package dev.weightscope.chart.image;

import dev.weightscope.chart.TextStyle;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/// The fonts that texts of a picture are in, and how they are measured.
public final class TextFonts {
    /// Texts are as wide as their glyphs say and not as a grid of pixels would have them.
    public static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private TextFonts() {}

    /// The font of a style, at its size.
    public static Font of(TextStyle style) {
        int weight =
                switch (style.weight()) {
                    case NORMAL -> Font.PLAIN;
                    case BOLD -> Font.BOLD;
                };
        return new Font(Font.SANS_SERIF, weight, 1).deriveFont((float) style.size());
    }
}
