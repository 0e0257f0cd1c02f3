package dev.weightscope.export.pdf;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Glyphs as a font program: CID-keyed, a glyph's identifier being its place.
///
/// Adobe Technical Note 5176, The Compact Font Format Specification. Offsets have five bytes
/// wherever they point, so that the top dictionary is as long as it will be.
final class CompactFont {
    private static final int OFFSET_BYTES = 4;
    private static final int ESCAPE = 12;

    /// Of the first string that a font brings along.
    private static final int FIRST_STRING = 391;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private CompactFont() {}

    /// @param name letters of ASCII
    /// @param glyphs the first stands for what is missing
    /// @param box that holds all of them, upwards
    static byte[] of(String name, List<Glyph> glyphs, Rectangle box) {
        byte[] header = {1, 0, 4, OFFSET_BYTES};
        byte[] names = index(List.of(ascii(name)));
        byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
        byte[] globalRoutines = {0, 0};
        int count = glyphs.size();
        // All glyphs but the first, one after another.
        byte[] charset = new CompactFont().card8(2).card16(1).card16(count - 2).toBytes();
        byte[] select =
                new CompactFont().card8(3).card16(1).card16(0).card8(0).card16(count).toBytes();
        byte[] charStrings = index(glyphs.stream().map(CharString::of).toList());
        byte[] privates = new CompactFont().number(0).card8(21).toBytes(); // nominalWidthX
        int dictionary = top(count, box, 0, 0, 0, 0).length;
        int charsetAt =
                header.length
                        + names.length
                        + index(List.of(new byte[dictionary])).length
                        + strings.length
                        + globalRoutines.length;
        int selectAt = charsetAt + charset.length;
        int charStringsAt = selectAt + select.length;
        int privatesAt = charStringsAt + charStrings.length;
        int fontsAt = privatesAt + privates.length;
        byte[] fonts =
                index(
                        List.of(
                                new CompactFont()
                                        .number(privates.length)
                                        .number(privatesAt)
                                        .card8(18)
                                        .toBytes()));
        byte[] top = index(List.of(top(count, box, charsetAt, selectAt, charStringsAt, fontsAt)));
        ByteArrayOutputStream font = new ByteArrayOutputStream();
        for (byte[] part :
                List.of(
                        header,
                        names,
                        top,
                        strings,
                        globalRoutines,
                        charset,
                        select,
                        charStrings,
                        privates,
                        fonts)) {
            font.writeBytes(part);
        }
        return font.toByteArray();
    }

    private static byte[] top(
            int count, Rectangle box, int charset, int select, int charStrings, int fonts) {
        return new CompactFont()
                .number(FIRST_STRING)
                .number(FIRST_STRING + 1)
                .number(0)
                .escaped(30) // ROS: Adobe, Identity, 0
                .number(box.x)
                .number(box.y)
                .number(box.x + box.width)
                .number(box.y + box.height)
                .card8(5) // FontBBox
                .number(count)
                .escaped(34) // CIDCount
                .number(charset)
                .card8(15)
                .number(select)
                .escaped(37) // FDSelect
                .number(charStrings)
                .card8(17)
                .number(fonts)
                .escaped(36) // FDArray
                .toBytes();
    }

    private static byte[] index(List<byte[]> objects) {
        CompactFont index = new CompactFont().card16(objects.size()).card8(OFFSET_BYTES);
        int offset = 1;
        index.card32(offset);
        for (byte[] each : objects) {
            offset += each.length;
            index.card32(offset);
        }
        objects.forEach(index.bytes::writeBytes);
        return index.toBytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private CompactFont number(int value) {
        return card8(29).card32(value);
    }

    private CompactFont escaped(int operator) {
        return card8(ESCAPE).card8(operator);
    }

    private CompactFont card8(int value) {
        bytes.write(value);
        return this;
    }

    private CompactFont card16(int value) {
        return card8(value >> 8).card8(value);
    }

    private CompactFont card32(int value) {
        return card16(value >> 16).card16(value);
    }

    private byte[] toBytes() {
        return bytes.toByteArray();
    }
}
