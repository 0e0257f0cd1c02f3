package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines.
public final class TextLines {
    /// More of a text than this is never laid out: it may come from a file.
    private static final int LONGEST = 2000;

    private static final String ELLIPSIS = "…";

    private TextLines() {}

    /// Breaks between words, and inside a word that is wider than `width`, so that nothing is cut
    /// off.
    public static List<String> wrap(
            String text, double width, TextMeasure measure, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : bounded(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measure.textWidth(longer, style) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (line.length() > 1 && measure.textWidth(line, style) > width) {
                int end = fitting(line, width, measure, style);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /// At most so many lines, broken between words; what has no room is replaced by an ellipsis.
    public static List<String> fit(
            String text, double width, int most, TextMeasure measure, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : bounded(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || measure.textWidth(longer, style) <= width) {
                line = longer;
            } else if (lines.size() + 1 == most) {
                line = longer; // too wide: cut below
                break;
            } else {
                lines.add(cut(line, width, measure, style));
                line = word;
            }
        }
        lines.add(cut(line, width, measure, style));
        return lines;
    }

    /// The text, or as much of its beginning as leaves room for an ellipsis.
    private static String cut(String text, double width, TextMeasure measure, TextStyle style) {
        if (measure.textWidth(text, style) <= width) {
            return text;
        }
        double room = width - measure.textWidth(ELLIPSIS, style);
        return text.substring(0, fitting(text, room, measure, style)).strip() + ELLIPSIS;
    }

    /// How many characters fit, at least one; a surrogate pair is not torn apart.
    private static int fitting(String text, double width, TextMeasure measure, TextStyle style) {
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure.textWidth(text.substring(0, middle), style) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean isTorn = low < text.length() && Character.isHighSurrogate(text.charAt(low - 1));
        if (!isTorn) {
            return low;
        }
        return low > 1 ? low - 1 : low + 1;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + ELLIPSIS;
    }
}
