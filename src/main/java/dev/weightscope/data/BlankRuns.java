package dev.weightscope.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A text whose values stand in columns of any width: each run of blanks and tabs becomes one
/// blank, and none is left at the ends of lines. Within quotation marks that begin a value all
/// stays.
final class BlankRuns extends FilterReader {
    private boolean isQuoted;
    private boolean isLineBegin = true;
    private int ahead = -2;

    /// @param in buffered; closed with this reader
    BlankRuns(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = take();
        if (isQuoted) {
            isQuoted = c != '"';
            return c;
        }
        boolean isAfterBlank = isLineBegin;
        if (isBlank(c)) {
            isAfterBlank = true;
            while (isBlank(c)) {
                c = take();
            }
            if (!isLineBegin && c != '\n' && c != '\r' && c >= 0) {
                ahead = c;
                isLineBegin = true; // what follows begins a value
                return ' ';
            }
        }
        isQuoted = c == '"' && isAfterBlank;
        isLineBegin = c == '\n' || c == '\r';
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int c = read();
            if (c < 0) {
                return i == 0 && length > 0 ? -1 : i;
            }
            target[offset + i] = (char) c;
        }
        return length;
    }

    private int take() throws IOException {
        int c = ahead == -2 ? super.read() : ahead;
        ahead = -2;
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }
}
