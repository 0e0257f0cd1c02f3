package dev.weightscope.file;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The characters of a text file. UTF-8, unless it begins with the byte order mark of UTF-16, which
/// spreadsheets write; marks are left out. What holds a NUL is no text.
public final class TextStream extends FilterReader {
    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int LONGEST_MARK = 3;

    private final String name;

    private TextStream(String name, Reader in) {
        super(in);
        this.name = name;
    }

    /// @param name of the file, for messages
    /// @param bytes closed with the result
    public static TextStream of(String name, InputStream bytes) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(bytes, LONGEST_MARK);
        byte[] head = ahead.readNBytes(LONGEST_MARK);
        Charset charset =
                MARKED.stream()
                        .filter(each -> markLength(head, each) > 0)
                        .findFirst()
                        .orElse(StandardCharsets.UTF_8);
        int skipped = markLength(head, charset);
        ahead.unread(head, skipped, head.length - skipped);
        return new TextStream(name, new InputStreamReader(ahead, charset));
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
