package dev.weightscope.export.pdf;

import dev.weightscope.chart.image.TextFonts;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;

/// How a character looks.
///
/// @param codePoint that it stands for
/// @param advance how far to the next one, in thousandths of the font's size
/// @param outline in thousandths of the font's size, from the baseline, downwards
record Glyph(int codePoint, int advance, Shape outline) {
    /// Units of a font's size.
    static final int UNITS = 1000;

    /// @param font of [#UNITS]
    static Glyph of(Font font, int codePoint) {
        GlyphVector glyphs =
                font.createGlyphVector(TextFonts.CONTEXT, Character.toString(codePoint));
        return new Glyph(
                codePoint,
                (int) Math.round(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX()),
                glyphs.getOutline());
    }
}
