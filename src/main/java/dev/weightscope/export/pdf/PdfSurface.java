package dev.weightscope.export.pdf;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.image.TextFonts;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A surface that becomes the operators of a page: texts stay texts, and lines lines.
///
/// Lengths are rounded to hundredths of a unit; y grows downwards, as the page has to see to.
final class PdfSurface implements Surface {
    private static final Ink OPAQUE = new Ink(0xff000000);

    private static final String ROUND_JOIN = "1 j";
    private static final String MITER_JOIN = "0 j";

    private final TextMeasure measure;
    private final PdfOperators operators = new PdfOperators();
    private final Map<TextStyle.Weight, PdfFont> fonts = new EnumMap<>(TextStyle.Weight.class);
    private final SortedSet<Integer> alphas = new TreeSet<>();
    private final List<PdfImage> images = new ArrayList<>();

    private @Nullable Box filledLast;

    /// The end of its operators.
    private int fillEnd;

    PdfSurface(TextMeasure measure) {
        this.measure = measure;
    }

    /// What was painted, in order.
    String operators() {
        return operators.toString();
    }

    /// Adds the objects that the operators name.
    ///
    /// @return the entries of the page's resources
    String resources(PdfObjects objects) {
        StringBuilder entries = new StringBuilder("/Font <<");
        fonts.forEach((weight, font) ->
                entries.append(" /%s %d 0 R".formatted(name(weight), font.addTo(objects))));
        entries.append(" >> /ExtGState <<");
        for (int alpha : alphas) {
            String opacity = PdfText.share(alpha);
            entries.append(" /A%d << /CA %s /ca %s >>".formatted(alpha, opacity, opacity));
        }
        entries.append(" >> /XObject <<");
        for (int i = 0; i < images.size(); i++) {
            entries.append(" /I%d %d 0 R".formatted(i, images.get(i).addTo(objects)));
        }
        return entries.append(" >>").toString();
    }

    /// Boxes of one colour that meet are filled as one path: a reader that smooths the edges of
    /// each path would leave fine lines between them.
    @Override
    public void fill(Box box, Ink ink) {
        fillWith(ink);
        if (filledLast != null && operators.length() == fillEnd && filledLast.meets(box)) {
            operators.takeBack("f");
        }
        double x = PdfText.rounded(box.x());
        double width = PdfText.rounded(box.right()) - x;
        operators.add("re", x, box.y(), width, box.height()).add("f");
        fillEnd = operators.length();
        filledLast = box;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        if (count > 1) {
            alphas.add(alpha(stroke.ink()));
            operators.strokeWith(stroke);
            points(xs, ys, count);
            operators.add("S");
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Ink ink) {
        if (count > 2) {
            fillWith(ink);
            points(xs, ys, count);
            operators.add("f");
        }
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
        fillWith(ink);
        operators.trace(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        operators.add("f");
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink) {
        if (text.isEmpty()) {
            return;
        }
        fillWith(ink);
        double start = anchor.start(x, textWidth(text, style));
        if (Font.textRequiresLayout(text.toCharArray(), 0, text.length())) {
            outline(text, start, y, style);
        } else {
            operators
                    .add("BT")
                    .add("/%s %s Tf".formatted(name(style), PdfText.number(style.size())))
                    .add("Tm", 1, 0, 0, -1, start, y)
                    .add(font(style).encode(text) + " Tj")
                    .add("ET");
        }
    }

    /// Around its glyphs lie lines that are no text, so that the text is found once.
    ///
    /// ISO 32000-1, 14.8.2.2.2 Specification of artifacts.
    @Override
    public void outlinedText(
            String text, double x, double y, TextStyle style, Anchor anchor, Ink ink, Ink ground) {
        if (text.isEmpty()) {
            return;
        }
        alphas.add(alpha(ground));
        operators.add("/Artifact BMC");
        operators.strokeWith(Stroke.solid(ground, 2 * OUTLINE));
        operators.add(ROUND_JOIN);
        operators.trace(glyphs(text, anchor.start(x, textWidth(text, style)), y, style));
        operators.add("S").add(MITER_JOIN).add("EMC");
        text(text, x, y, style, anchor, ink);
    }

    /// Where characters take their forms and places from each other, as in Arabic: the outlines of
    /// their glyphs, with the text beside them.
    private void outline(String text, double x, double y, TextStyle style) {
        operators.add("/Span << /ActualText %s >> BDC".formatted(PdfText.string(text)));
        operators.trace(glyphs(text, x, y, style));
        operators.add("f").add("EMC");
    }

    private static Shape glyphs(String text, double x, double y, TextStyle style) {
        return new TextLayout(text, TextFonts.of(style), TextFonts.CONTEXT)
                .getOutline(AffineTransform.getTranslateInstance(x, y));
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.textWidth(text, style);
    }

    @Override
    public void image(int[] argb, int columns, int rows, Box box) {
        alphas.add(alpha(OPAQUE));
        operators.opacity(OPAQUE);
        operators
                .add("q")
                .add("cm", box.width(), 0, 0, -box.height(), box.x(), box.bottom())
                .add("/I%d Do".formatted(images.size()))
                .add("Q");
        images.add(PdfImage.of(argb, columns, rows));
    }

    private void fillWith(Ink ink) {
        alphas.add(alpha(ink));
        operators.fillWith(ink);
    }

    private static int alpha(Ink ink) {
        return ink.argb() >>> 24;
    }

    private PdfFont font(TextStyle style) {
        return fonts.computeIfAbsent(style.weight(), PdfFont::new);
    }

    private static String name(TextStyle style) {
        return name(style.weight());
    }

    private static String name(TextStyle.Weight weight) {
        return weight.name();
    }

    /// Points that are not finite are left out, as on an image.
    private void points(double[] xs, double[] ys, int count) {
        boolean isBegun = false;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
                operators.add(isBegun ? "l" : "m", xs[i], ys[i]);
                isBegun = true;
            }
        }
    }
}
