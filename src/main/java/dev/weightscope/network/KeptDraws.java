package dev.weightscope.network;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws that were made before, as many as a budget of memory allows; the least recently used go
/// first.
///
/// But what the present round has used stays: a network whose layers do not all fit would otherwise
/// drop each layer's draws just before they are asked for again.
final class KeptDraws {
    /// Draws this many times longer than what was used are dropped when memory is scarce.
    private static final int TOO_LONG = 4;

    private final Map<Drawing, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long budget;
    private long bytes;
    private long round;

    /// Starts a round, which is one pass through the layers or several over the same ones.
    ///
    /// @param newBudget in bytes; what is beyond it is dropped at once
    void beginRound(long newBudget) {
        budget = newBudget;
        if (bytes > budget / 2) {
            dropTooLong();
        }
        round++;
        makeRoom(0);
    }

    /// What is kept of a drawing, perhaps too short, or null for nothing; not to be modified.
    ///
    /// @param length how much of it is wanted
    float @Nullable [] get(Drawing drawing, int length) {
        Entry entry = entries.get(drawing);
        if (entry == null) {
            return null;
        }
        entry.use(length, round);
        return entry.values;
    }

    /// Drops what was not used in this round until so many more floats fit.
    ///
    /// @return whether they do
    boolean makeRoom(long floats) {
        long wanted = Float.BYTES * floats;
        Iterator<Entry> eldestFirst = entries.values().iterator();
        while (wanted <= budget && bytes + wanted > budget && eldestFirst.hasNext()) {
            Entry eldest = eldestFirst.next();
            if (eldest.round == round) {
                break; // and so are all that follow
            }
            bytes -= eldest.bytes();
            eldestFirst.remove();
        }
        return bytes + wanted <= budget;
    }

    /// Keeps draws in the place of a shorter cut of them; there must be room.
    void put(Drawing drawing, float[] values) {
        Entry entry = new Entry(values);
        entry.use(values.length, round);
        Entry replaced = entries.put(drawing, entry);
        bytes += entry.bytes() - (replaced == null ? 0 : replaced.bytes());
    }

    /// Of the draws of a wide layer, narrow ones would otherwise hold a small part in use and all
    /// of the memory. To draw the small part again costs little more than to copy it, and can be
    /// cancelled.
    private void dropTooLong() {
        Iterator<Entry> all = entries.values().iterator();
        while (all.hasNext()) {
            Entry entry = all.next();
            if (entry.round == round && entry.used < entry.values.length / TOO_LONG) {
                bytes -= entry.bytes();
                all.remove();
            }
        }
    }

    private static final class Entry {
        private final float[] values;
        private long round;
        private int used;

        Entry(float[] values) {
            this.values = values;
        }

        void use(int length, long now) {
            used = round == now ? Math.max(used, length) : length;
            round = now;
        }

        long bytes() {
            return (long) Float.BYTES * values.length;
        }
    }
}
