package dev.weightscope.file;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The characters of a text file. UTF-8, unless it begins with the byte order mark of UTF-16, which
/// spreadsheets write, or its first 64 KiB are no UTF-8: then Windows' extension of Latin-1. Marks
/// are left out. What holds a NUL is no text.
public final class TextStream extends FilterReader {
    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int LOOKED_AT = 1 << 16;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private final String name;

    private final String encoding;

    private TextStream(String name, Charset charset, Reader in) {
        super(in);
        this.name = name;
        this.encoding =
                charset.equals(StandardCharsets.UTF_8)
                        ? ""
                        : charset.equals(LATIN) ? "Latin-1" : "UTF-16";
    }

    /// @param name of the file, for messages
    /// @param bytes closed with the result
    public static TextStream of(String name, InputStream bytes) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(bytes, LOOKED_AT);
        byte[] head = ahead.readNBytes(LOOKED_AT);
        Charset charset =
                MARKED.stream()
                        .filter(each -> markLength(head, each) > 0)
                        .findFirst()
                        .orElseGet(() -> isUtf8(head) ? StandardCharsets.UTF_8 : LATIN);
        int skipped = markLength(head, charset);
        ahead.unread(head, skipped, head.length - skipped);
        return new TextStream(name, charset, new InputStreamReader(ahead, charset));
    }

    /// `UTF-16`, `Latin-1`; empty where it is UTF-8.
    public String encoding() {
        return encoding;
    }

    /// A character that is cut at the end is none that is wrong.
    private static boolean isUtf8(byte[] head) {
        CharBuffer target = CharBuffer.allocate(head.length);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), target, head.length < LOOKED_AT)
                .isError();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value == 0) {
            throw noText();
        }
        return value;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        for (int i = offset; i < offset + got; i++) {
            if (target[i] == 0) {
                throw noText();
            }
        }
        return got;
    }

    private Refusal noText() {
        return new Refusal("%s is no text: it holds NUL characters".formatted(Quoted.path(name)));
    }

    /// The length of the byte order mark at the beginning of a file in this charset; 0 if there is
    /// none.
    private static int markLength(byte[] head, Charset charset) {
        byte[] mark = "\uFEFF".getBytes(charset);
        boolean isThere =
                head.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(head, mark.length));
        return isThere ? mark.length : 0;
    }
}
