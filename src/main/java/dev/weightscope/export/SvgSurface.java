package dev.weightscope.export;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// A surface that becomes elements of SVG 1.1: texts stay texts, and what looks the same stands in
/// one group.
///
/// Lengths are rounded to hundredths of a unit.
final class SvgSurface implements Surface {
    private final TextMeasure measure;
    private final StringBuilder elements = new StringBuilder();

    /// Of the group that is open; empty before the first.
    private String look = "";

    /// The outlines of the boxes that were filled last, each of which meets the next.
    private final StringBuilder outlines = new StringBuilder();

    /// How many texts have an outline, each of which has a number.
    private int outlined;

    private @Nullable Box filledLast;

    /// Where their element begins, and where it ends if nothing was painted since.
    private int fillStart;

    private int fillEnd;

    SvgSurface(TextMeasure measure) {
        this.measure = measure;
    }

    /// What was painted, in order.
    String elements() {
        return look.isEmpty() ? "" : elements + "</g>\n";
    }

    /// Boxes of one colour that meet become one path: a reader that smooths the edges of each
    /// element would leave fine lines between them.
    @Override
    public void fill(Box box, Ink ink) {
        look(filled(ink));
        boolean goesOn =
                filledLast != null && elements.length() == fillEnd && filledLast.meets(box);
        if (goesOn) {
            elements.setLength(fillStart);
            outline(box);
            elements.append("<path d=\"").append(outlines).append("\"/>\n");
        } else {
            outlines.setLength(0);
            outline(box);
            fillStart = elements.length();
            elements.append("<rect");
            place(box);
            elements.append("/>\n");
        }
        fillEnd = elements.length();
        filledLast = box;
    }

    private void outline(Box box) {
        outlines.append('M').append(length(box.x())).append(',').append(length(box.y()));
        outlines.append('H').append(length(box.right())).append('V').append(length(box.bottom()));
        outlines.append('H').append(length(box.x())).append('z');
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        if (count > 1) {
            look(stroked(stroke));
            elements.append("<polyline");
            points(xs, ys, count);
            elements.append("/>\n");
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Ink ink) {
        if (count > 2) {
            look(filled(ink));
            elements.append("<polygon");
            points(xs, ys, count);
            elements.append("/>\n");
        }
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
        look(filled(ink));
        elements.append("<circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        elements.append("/>\n");
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink) {
        look(filled(ink) + " " + font(style, anchor));
        elements.append("<text");
        written(text, x, y);
    }

    /// Its outline is a reference to the text, so that the text is found once.
    @Override
    public void outlinedText(
            String text, double x, double y, TextStyle style, Anchor anchor, Ink ink, Ink ground) {
        outlined++;
        look(stroked(Stroke.solid(ground, 2 * OUTLINE)) + " " + font(style, anchor));
        elements.append("<use xlink:href=\"#text-").append(outlined).append("\"/>\n");
        look(filled(ink) + " " + font(style, anchor));
        elements.append("<text id=\"text-").append(outlined).append('"');
        written(text, x, y);
    }

    private static String font(TextStyle style, Anchor anchor) {
        return "font-size=\"%s\" font-weight=\"%s\" text-anchor=\"%s\""
                .formatted(length(style.size()), key(style.weight()), key(anchor));
    }

    private void written(String text, double x, double y) {
        attribute("x", x);
        attribute("y", y);
        elements.append('>').append(XmlText.escaped(text)).append("</text>\n");
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.textWidth(text, style);
    }

    /// A PNG picture of one pixel for each, not smoothed when it is shown larger.
    @Override
    public void image(int[] argb, int columns, int rows, Box box) {
        look("image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"");
        elements.append("<image preserveAspectRatio=\"none\"");
        place(box);
        elements.append(" xlink:href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png(argb, columns, rows)))
                .append("\"/>\n");
    }

    private static byte[] png(int[] argb, int columns, int rows) {
        BufferedImage pixels = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        pixels.setRGB(0, 0, columns, rows, argb, 0, columns);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(pixels, "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private void look(String wanted) {
        if (!wanted.equals(look)) {
            elements.append(look.isEmpty() ? "" : "</g>\n")
                    .append("<g ")
                    .append(wanted)
                    .append(">\n");
            look = wanted;
        }
    }

    private static String filled(Ink ink) {
        return coloured("fill", ink);
    }

    private static String stroked(Stroke stroke) {
        String gaps =
                switch (stroke.pattern()) {
                    case SOLID -> "";
                    case DASHED -> " stroke-dasharray=\"4 4\"";
                    case DOTTED -> " stroke-dasharray=\"1 4\"";
                };
        return "fill=\"none\" %s stroke-width=\"%s\" stroke-linejoin=\"round\"%s"
                .formatted(coloured("stroke", stroke.ink()), length(stroke.width()), gaps);
    }

    private static String coloured(String property, Ink ink) {
        String colour = "%s=\"#%06x\"".formatted(property, ink.argb() & 0xffffff);
        return ink.opacity() == 1
                ? colour
                : String.format(
                        Locale.ROOT, "%s %s-opacity=\"%.4f\"", colour, property, ink.opacity());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void place(Box box) {
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
    }

    private void attribute(String name, double length) {
        elements.append(' ').append(name).append("=\"").append(length(length)).append('"');
    }

    /// Points that are not finite are left out, as on an image.
    private void points(double[] xs, double[] ys, int count) {
        elements.append(" points=\"");
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
                elements.append(length(xs[i])).append(',').append(length(ys[i])).append(' ');
            }
        }
        elements.append('"');
    }

    /// `12`, `-0.5`, `3.25`
    private static String length(double units) {
        long hundredths = Math.round(units * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : Double.toString(hundredths / 100.0);
    }
}
