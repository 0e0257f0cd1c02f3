package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The lines of a table without its empty ones, of which a file may have a thousand times as many
/// as it has bytes when it is compressed.
final class FilledLines implements Iterator<CsvRecord> {
    private static final int MOST_EMPTY = 1_000_000;

    private final String source;
    private final Iterator<CsvRecord> lines;
    private int emptyCount;
    private @Nullable CsvRecord next;

    /// @param source names the file in messages
    FilledLines(String source, Iterator<CsvRecord> lines) {
        this.source = source;
        this.lines = lines;
    }

    /// @throws Refusal if there are too many empty lines
    @Override
    public boolean hasNext() {
        while (next == null && lines.hasNext()) {
            CsvRecord line = lines.next();
            if (isEmpty(line)) {
                count();
            } else {
                next = line;
            }
        }
        return next != null;
    }

    @Override
    public CsvRecord next() {
        CsvRecord line = hasNext() ? next : null;
        next = null;
        if (line == null) {
            throw new NoSuchElementException("no line is left");
        }
        return line;
    }

    private static boolean isEmpty(CsvRecord line) {
        return line.getFieldCount() == 1 && line.getField(0).isEmpty();
    }

    private void count() {
        emptyCount++;
        if (emptyCount > MOST_EMPTY) {
            throw new Refusal(
                    "%s has more than %d empty lines".formatted(Quoted.path(source), MOST_EMPTY));
        }
    }
}
