package dev.weightscope.export.pdf;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;

/// The operators of a page, in order; what is set already is not set again.
///
/// ISO 32000-1, 8.4 Graphics state and 8.5 Path construction and painting.
final class PdfOperators implements Contours {
    private final StringBuilder text = new StringBuilder();
    private String fill = "";
    private String stroke = "";
    private String line = "";
    private String alpha = "";

    /// Numbers, then the operator that takes them.
    PdfOperators add(String operator, double... operands) {
        for (double each : operands) {
            text.append(PdfText.number(each)).append(' ');
        }
        text.append(operator).append('\n');
        return this;
    }

    /// Takes back the last operator, which has no operands.
    void takeBack(String operator) {
        text.setLength(text.length() - operator.length() - 1);
    }

    /// In characters.
    int length() {
        return text.length();
    }

    void fillWith(Ink ink) {
        fill = change(fill, colour(ink) + " rg");
        opacity(ink);
    }

    void strokeWith(Stroke with) {
        stroke = change(stroke, colour(with.ink()) + " RG");
        String gaps =
                switch (with.pattern()) {
                    case SOLID -> "[]";
                    case DASHED -> "[4 4]";
                    case DOTTED -> "[1 4]";
                };
        line = change(line, "%s w %s 0 d".formatted(PdfText.number(with.width()), gaps));
        opacity(with.ink());
    }

    /// Sets the graphics state `/A128`, which the page's resources have to name.
    void opacity(Ink ink) {
        alpha = change(alpha, "/A%d gs".formatted(ink.argb() >>> 24));
    }

    private String change(String from, String to) {
        if (!to.equals(from)) {
            text.append(to).append('\n');
        }
        return to;
    }

    private static String colour(Ink ink) {
        return "%s %s %s"
                .formatted(
                        PdfText.share(ink.red()),
                        PdfText.share(ink.green()),
                        PdfText.share(ink.blue()));
    }

    @Override
    public void moveTo(double x, double y) {
        add("m", x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        add("l", x, y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        add("c", x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
        add("h");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
