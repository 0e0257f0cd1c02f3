package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines, so that none has to be cut off.
public final class TextLines {
    private TextLines() {}

    /// Breaks between words; a word wider than `width` stands in a line of its own.
    public static List<String> wrap(
            String text, double width, TextMeasure measure, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || measure.textWidth(longer, style) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
