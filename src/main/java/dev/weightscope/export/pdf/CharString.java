package dev.weightscope.export.pdf;

import java.io.ByteArrayOutputStream;

/// A glyph's outline as a Type 2 charstring.
///
/// Adobe Technical Note 5177, The Type 2 Charstring Format. Points are rounded to units where they
/// lie, so that no error adds up.
final class CharString implements Contours {
    private static final int LINE = 5;
    private static final int CURVE = 8;
    private static final int END = 14;
    private static final int MOVE = 21;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int lastX;
    private int lastY;

    private CharString() {}

    static byte[] of(Glyph glyph) {
        CharString string = new CharString();
        string.number(glyph.advance()); // over the nominal width, which is 0
        string.trace(glyph.outline());
        string.bytes.write(END);
        return string.bytes.toByteArray();
    }

    @Override
    public void moveTo(double x, double y) {
        point(x, y);
        bytes.write(MOVE);
    }

    @Override
    public void lineTo(double x, double y) {
        point(x, y);
        bytes.write(LINE);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        point(x1, y1);
        point(x2, y2);
        point(x, y);
        bytes.write(CURVE);
    }

    private void point(double x, double y) {
        int roundX = (int) Math.round(x);
        int roundY = (int) Math.round(-y); // upwards
        number(roundX - lastX);
        number(roundY - lastY);
        lastX = roundX;
        lastY = roundY;
    }

    private void number(int value) {
        if (Math.abs(value) <= 107) {
            bytes.write(value + 139);
        } else {
            bytes.write(28);
            bytes.write(value >> 8);
            bytes.write(value);
        }
    }
}
