package dev.weightscope.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Texts within XML 1.0.
final class XmlText {
    private XmlText() {}

    /// As content of an element or as an attribute's value between `"`; what XML cannot hold
    /// becomes U+FFFD.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(each -> {
                    switch (each) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\r' -> escaped.append("&#13;"); // else read back as a line feed
                        default -> escaped.appendCodePoint(isAllowed(each) ? each : 0xfffd);
                    }
                });
        return escaped.toString();
    }

    /// Whether nothing of it is lost by [#escaped].
    static boolean canHold(String text) {
        return text.codePoints().allMatch(XmlText::isAllowed);
    }

    /// For what XML cannot hold.
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Extensible Markup Language 1.0 (Fifth Edition), 2.2 Characters.
    private static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xd7ff)
                || (codePoint >= 0xe000 && codePoint <= 0xfffd)
                || codePoint >= 0x10000;
    }
}
