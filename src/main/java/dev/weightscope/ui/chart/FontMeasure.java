package dev.weightscope.ui.chart;

import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Text widths in the toolkit's fonts; toolkit thread only.
///
/// A frame measures hundreds of texts that differ in digits alone, and laying out a text costs
/// microseconds: so each character is measured once and widths are sums.
final class FontMeasure implements TextMeasure {
    private final Map<TextStyle, Face> faces = new HashMap<>();

    @Override
    public double textWidth(String text, TextStyle style) {
        Face face = face(style);
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += face.advance(text.charAt(i));
        }
        return width;
    }

    Font font(TextStyle style) {
        return face(style).font;
    }

    private Face face(TextStyle style) {
        return faces.computeIfAbsent(style, Face::new);
    }

    /// A font with the widths known so far.
    private static final class Face {
        private final Font font;
        private final Map<Character, Double> advances = new HashMap<>();

        Face(TextStyle style) {
            FontWeight weight =
                    switch (style.weight()) {
                        case NORMAL -> FontWeight.NORMAL;
                        case BOLD -> FontWeight.BOLD;
                    };
            font = Font.font(Font.getDefault().getFamily(), weight, style.size());
        }

        double advance(char character) {
            return advances.computeIfAbsent(character, this::measured);
        }

        private double measured(char character) {
            // A space alone would be trimmed: measure it between two letters.
            Text text = new Text("n" + character + "n");
            text.setFont(font);
            Text around = new Text("nn");
            around.setFont(font);
            return text.getLayoutBounds().getWidth() - around.getLayoutBounds().getWidth();
        }
    }
}
