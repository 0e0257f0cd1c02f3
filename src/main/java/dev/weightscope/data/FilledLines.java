package dev.weightscope.data;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The lines of a table without its empty ones, of which a file may have a thousand times as many
/// as it has bytes when it is compressed.
final class FilledLines implements Iterator<Line> {
    private static final int MOST_EMPTY = 1_000_000;

    private final String source;
    private final Iterator<Line> lines;
    private int emptyCount;
    private @Nullable Line next;

    /// @param source names the file in messages
    FilledLines(String source, Iterator<Line> lines) {
        this.source = source;
        this.lines = lines;
    }

    /// @throws Refusal if there are too many empty lines
    @Override
    public boolean hasNext() {
        while (next == null && lines.hasNext()) {
            Line line = lines.next();
            if (line.isEmpty()) {
                count();
            } else {
                next = line;
            }
        }
        return next != null;
    }

    @Override
    public Line next() {
        Line line = hasNext() ? next : null;
        next = null;
        if (line == null) {
            throw new NoSuchElementException("no line is left");
        }
        return line;
    }

    private void count() {
        emptyCount++;
        if (emptyCount > MOST_EMPTY) {
            throw new Refusal(
                    "%s has more than %d empty lines".formatted(Quoted.path(source), MOST_EMPTY));
        }
    }
}
