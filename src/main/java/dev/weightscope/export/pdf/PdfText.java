package dev.weightscope.export.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Numbers and texts as a document has them.
final class PdfText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Beyond it, readers differ in what they make of a number.
    private static final double MAX = 1e6;

    private PdfText() {}

    /// `12`, `-0.5`, `3.25`: hundredths, and never with an exponent, which no document may have.
    static String number(double value) {
        long hundredths = hundredths(value);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : Double.toString(hundredths / 100.0);
    }

    /// As a number stands in a document.
    static double rounded(double value) {
        return hundredths(value) / 100.0;
    }

    private static long hundredths(double value) {
        return Math.round(Math.clamp(value, -MAX, MAX) * 100);
    }

    /// Of a colour's channel or of its opacity.
    ///
    /// @param byteValue 0..255
    /// @return `0`..`1`, told apart from its neighbours
    static String share(int byteValue) {
        return byteValue % 255 == 0
                ? Integer.toString(byteValue / 255)
                : String.format(Locale.ROOT, "%.4f", byteValue / 255.0);
    }

    /// A text string of any characters: UTF-16 after its mark, in hexadecimal digits.
    static String string(String text) {
        return "<FEFF" + utf16(text) + ">";
    }

    /// `03C3`; half of a pair alone becomes U+FFFD.
    static String utf16(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
