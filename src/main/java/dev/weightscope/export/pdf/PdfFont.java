package dev.weightscope.export.pdf;

import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.image.FontFamilies;
import dev.weightscope.chart.image.TextFonts;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The glyphs of one weight that a document's texts have, taken from the font that pictures are
/// drawn in, whatever file it is in.
///
/// ISO 32000-1, 9.7 Composite fonts, with identifiers of two bytes that are the glyphs' places.
final class PdfFont {
    /// Not in a text: what is shown where a glyph is missing.
    private static final Glyph MISSING = new Glyph(0xfffd, 0, new Rectangle());

    /// A block of the map has no more.
    private static final int MAPPED_AT_ONCE = 100;

    /// Odd, near 2⁶⁴ times the golden ratio: spreads close hashes over all letters.
    private static final long TAG_FACTOR = 0x9e3779b97f4a7c15L;

    private final TextStyle.Weight weight;
    private final Font font;
    private final Map<Integer, Integer> places = new LinkedHashMap<>();
    private final List<Glyph> glyphs = new ArrayList<>(List.of(MISSING));

    PdfFont(TextStyle.Weight weight) {
        this.weight = weight;
        font = TextFonts.of(new TextStyle(Glyph.UNITS, weight));
    }

    /// The text by its glyphs' identifiers, in hexadecimal digits.
    String encode(String text) {
        return text.codePoints()
                .mapToObj(each -> "%04X".formatted(place(each)))
                .collect(Collectors.joining("", "<", ">"));
    }

    private int place(int codePoint) {
        return places.computeIfAbsent(
                codePoint,
                _ -> {
                    glyphs.add(Glyph.of(font, codePoint));
                    return glyphs.size() - 1;
                });
    }

    /// @return the number of the font among the objects
    int addTo(PdfObjects objects) {
        String name = name();
        Rectangle box = box();
        int program =
                objects.addPacked("/Subtype /CIDFontType0C", CompactFont.of(name, glyphs, box));
        int descriptor =
                objects.add(
                        ("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"
                             + " /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV %d"
                             + " /FontFile3 %d 0 R >>")
                                .formatted(
                                        name,
                                        box.x,
                                        box.y,
                                        box.x + box.width,
                                        box.y + box.height,
                                        box.y + box.height,
                                        box.y,
                                        -(int) Glyph.of(font, 'H').outline().getBounds2D().getY(),
                                        weight == TextStyle.Weight.BOLD ? 150 : 80,
                                        program));
        int descendant =
                objects.add(
                        ("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%s /CIDSystemInfo <<"
                                        + " /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                                        + " /FontDescriptor %d 0 R /W [0 [%s]] >>")
                                .formatted(
                                        name,
                                        descriptor,
                                        glyphs.stream()
                                                .map(each -> "" + each.advance())
                                                .collect(Collectors.joining(" "))));
        int unicode = objects.addPacked("", characters().getBytes(StandardCharsets.US_ASCII));
        return objects.add(
                ("<< /Type /Font /Subtype /Type0 /BaseFont /%s-Identity-H /Encoding /Identity-H"
                                + " /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>")
                        .formatted(name, descendant, unicode));
    }

    /// `ABCDEF+DejaVuSans-Bold`: letters before it say that not all glyphs are there, and which.
    private String name() {
        StringBuilder tag = new StringBuilder();
        long rest = TAG_FACTOR * (places.keySet().hashCode() & 0xffffffffL);
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Long.remainderUnsigned(rest, 26)));
            rest = Long.divideUnsigned(rest, 26);
        }
        return "%s+%s%s"
                .formatted(
                        tag,
                        FontFamilies.measured().replaceAll("[^A-Za-z0-9]", ""),
                        weight == TextStyle.Weight.BOLD ? "-Bold" : "");
    }

    private Rectangle box() {
        Rectangle2D box = new Rectangle2D.Double(0, 0, 1, 1);
        for (Glyph each : glyphs) {
            Rectangle2D bounds = each.outline().getBounds2D();
            if (!bounds.isEmpty()) {
                box = box.createUnion(bounds);
            }
        }
        Rectangle down = box.getBounds();
        return new Rectangle(down.x, -down.y - down.height, down.width, down.height);
    }

    /// Which characters the identifiers stand for, so that a text can be found and copied.
    private String characters() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            lines.add(
                    "<%04X> <%s>"
                            .formatted(
                                    i,
                                    PdfText.utf16(Character.toString(glyphs.get(i).codePoint()))));
        }
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < lines.size(); i += MAPPED_AT_ONCE) {
            List<String> block = lines.subList(i, Math.min(i + MAPPED_AT_ONCE, lines.size()));
            blocks.append(
                    String.format(
                            Locale.ROOT,
                            "%d beginbfchar\n%s\nendbfchar\n",
                            block.size(),
                            String.join("\n", block)));
        }
        return """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        %sendcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """
                .formatted(blocks);
    }
}
