package dev.weightscope.network;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Draws that were made before, as many as a budget of memory allows; the least recently used go
/// first.
///
/// But what the present round has used stays: a network whose layers do not all fit would otherwise
/// drop each layer's draws just before they are asked for again.
///
/// Of what has not been used for a while a part of the budget is kept: draws of another seed are
/// hardly asked for again, and would otherwise fill all of it in the end.
final class KeptDraws {
    /// What has not been used for so long is [#PART_OF_UNUSED] of the budget at most.
    static final Duration UNUSED = Duration.ofSeconds(10);

    static final int PART_OF_UNUSED = 8;

    /// Draws that were asked for in a longer cut get half as much room again: under a slider of
    /// widths each cut would otherwise be an array of its own.
    private static final int PART_TO_SPARE = 2;

    /// Draws this many times longer than what was used are dropped when memory is scarce.
    private static final int TOO_LONG = 4;

    private final LongSupplier clock;

    /// The least recently used first.
    private final Map<Drawing, Kept> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long budget;
    private long bytes;
    private long round;
    private long roundBegan;

    KeptDraws() {
        this(System::nanoTime);
    }

    /// @param clock nanoseconds
    KeptDraws(LongSupplier clock) {
        this.clock = clock;
    }

    /// Starts a round, which is one pass through the layers or several over the same ones.
    ///
    /// @param newBudget in bytes; what is beyond it is dropped at once
    void beginRound(long newBudget) {
        budget = newBudget;
        if (bytes > budget / 2) {
            dropTooLong();
        }
        round++;
        roundBegan = clock.getAsLong();
        dropUnused();
        makeRoom(0);
    }

    /// What is kept of a drawing, perhaps too short, or null for nothing.
    ///
    /// @param length how much of it is wanted
    @Nullable Kept get(Drawing drawing, int length) {
        Kept kept = entries.get(drawing);
        if (kept != null) {
            kept.use(length, round, roundBegan);
        }
        return kept;
    }

    /// How long an array to make for draws that are to be kept, of which there may be a shorter
    /// cut; as long as both are there, they fit together.
    ///
    /// @return at least the length; 0 if they do not fit
    int room(int length, @Nullable Kept known) {
        long longer = length + (long) length / PART_TO_SPARE;
        if (known != null
                && longer <= Integer.MAX_VALUE - Long.BYTES
                && bytes + Float.BYTES * longer <= budget) {
            return (int) longer;
        }
        return makeRoom(length) ? length : 0;
    }

    /// Drops what was not used in this round until so many more floats fit.
    ///
    /// @return whether they do
    private boolean makeRoom(long floats) {
        long wanted = Float.BYTES * floats;
        Iterator<Kept> eldestFirst = entries.values().iterator();
        while (wanted <= budget && bytes + wanted > budget && eldestFirst.hasNext()) {
            Kept eldest = eldestFirst.next();
            if (eldest.round == round) {
                break; // and so are all that follow
            }
            bytes -= eldest.bytes();
            eldestFirst.remove();
        }
        return bytes + wanted <= budget;
    }

    /// Keeps draws in the place of a shorter cut of them; there must be room.
    ///
    /// @param drawn how many of the values are drawn
    void put(Drawing drawing, float[] values, int drawn) {
        Kept kept = new Kept(values, drawn);
        kept.use(drawn, round, roundBegan);
        Kept replaced = entries.put(drawing, kept);
        bytes += kept.bytes() - (replaced == null ? 0 : replaced.bytes());
    }

    /// Of the draws of a wide layer, narrow ones would otherwise hold a small part in use and all
    /// of the memory. To draw the small part again costs little more than to copy it, and can be
    /// cancelled.
    private void dropTooLong() {
        Iterator<Kept> all = entries.values().iterator();
        while (all.hasNext()) {
            Kept entry = all.next();
            if (entry.round == round && entry.used < entry.values.length / TOO_LONG) {
                bytes -= entry.bytes();
                all.remove();
            }
        }
    }

    private void dropUnused() {
        long unused = entries.values().stream().filter(this::isUnused).mapToLong(Kept::bytes).sum();
        Iterator<Kept> eldestFirst = entries.values().iterator();
        while (unused > budget / PART_OF_UNUSED && eldestFirst.hasNext()) {
            long dropped = eldestFirst.next().bytes();
            eldestFirst.remove();
            bytes -= dropped;
            unused -= dropped;
        }
    }

    private boolean isUnused(Kept entry) {
        return roundBegan - entry.usedAt > UNUSED.toNanos();
    }

    /// Draws, in an array that may have room for more of them.
    static final class Kept {
        private final float[] values;
        private int drawn;
        private long round;
        private long usedAt;
        private int used;

        private Kept(float[] values, int drawn) {
            this.values = values;
            this.drawn = drawn;
        }

        /// Of which only what is not drawn yet may be modified.
        float[] values() {
            return values;
        }

        /// How many of the values are drawn.
        int drawn() {
            return drawn;
        }

        /// Notes that so many of the values are drawn now.
        void drawnUntil(int length) {
            drawn = length;
        }

        private void use(int length, long inRound, long now) {
            used = round == inRound ? Math.max(used, length) : length;
            round = inRound;
            usedAt = now;
        }

        private long bytes() {
            return (long) Float.BYTES * values.length;
        }
    }
}
