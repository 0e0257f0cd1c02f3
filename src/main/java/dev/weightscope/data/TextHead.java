package dev.weightscope.data;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/// The beginning of a text, which can be looked at before the text is read.
///
/// @param beginning its first characters, all there are if [#rest] has none
/// @param rest what follows
record TextHead(String beginning, Reader rest) {
    /// In characters: more than a hundred lines of any table that fits into a network.
    private static final int LENGTH = 1 << 20;

    private static final int LINES = 100;

    /// @param text read as far as [#LENGTH]
    static TextHead of(Reader text) throws IOException {
        char[] buffer = new char[1 << 14];
        StringBuilder beginning = new StringBuilder();
        int got = 0;
        while (got >= 0 && beginning.length() < LENGTH) {
            beginning.append(buffer, 0, got);
            got = text.read(buffer, 0, Math.min(buffer.length, LENGTH - beginning.length() + 1));
        }
        if (got > 0) {
            beginning.append(buffer, 0, got);
        }
        return new TextHead(beginning.toString(), text);
    }

    /// The whole lines among the first hundred that are not empty.
    ///
    /// @param from where they begin
    String lines(int from) {
        int at = from;
        int count = 0;
        int end = from;
        while (at < beginning.length() && count < LINES) {
            int lineEnd = endOfLine(at);
            if (lineEnd < 0) {
                return isWhole() || end == from
                        ? beginning.substring(from)
                        : beginning.substring(from, end);
            }
            count += beginning.substring(at, lineEnd).isBlank() ? 0 : 1;
            at = lineEnd;
            end = at;
        }
        return beginning.substring(from, end);
    }

    /// One after the line break behind a place; −1 if there is none.
    int endOfLine(int from) {
        for (int i = from; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            if (c == '\n' || (c == '\r' && !beginning.startsWith("\n", i + 1))) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Whether there is nothing behind the beginning.
    boolean isWhole() {
        return beginning.length() <= LENGTH;
    }

    /// The text from a place in its beginning on.
    Reader from(int place) {
        return new Joined(new StringReader(beginning.substring(place)), rest);
    }

    /// One text behind another.
    private static final class Joined extends Reader {
        private final Reader first;
        private final Reader second;
        private boolean isFirst = true;

        Joined(Reader first, Reader second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (isFirst) {
                int got = first.read(target, offset, length);
                if (got >= 0) {
                    return got;
                }
                isFirst = false;
            }
            return second.read(target, offset, length);
        }

        @Override
        public void close() throws IOException {
            second.close();
        }
    }
}
