package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeptDrawsTest {
    private static final int LENGTH = 100;
    private static final long BYTES = Float.BYTES * LENGTH;
    private static final int ROOM = 2 * KeptDraws.PART_OF_UNUSED;
    private static final long BUDGET = ROOM * BYTES;

    private long now = 7;
    private final KeptDraws kept = new KeptDraws(() -> now);

    @Test
    void whatIsUsedAgainAndAgainFillsTheBudget() {
        for (int round = 0; round < 3; round++) {
            now += KeptDraws.UNUSED.toNanos();
            use(seeds(1, ROOM));
            assertEquals(ROOM, seedsKept().size());
        }
    }

    @Test
    void ofWhatIsUnusedForAWhileTheNewestStayInAPartOfTheBudget() {
        use(1, 2, 3, 4);
        use(5, 6);
        now += KeptDraws.UNUSED.toNanos() + 1;
        use(7);
        assertEquals(List.of(5L, 6L, 7L), seedsKept());
    }

    @Test
    void whatIsUnusedForLessThanThatStays() {
        use(1, 2, 3, 4);
        now += KeptDraws.UNUSED.toNanos();
        use(5);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), seedsKept());
    }

    @Test
    void aLongerCutHasRoomForMoreWhereThatIsToSpare() {
        kept.beginRound(BUDGET);
        kept.put(drawing(1), new float[LENGTH], LENGTH);
        KeptDraws.Kept known = kept.get(drawing(1), LENGTH);
        assertEquals(3 * LENGTH, kept.room(2 * LENGTH, known));
        assertEquals(2 * LENGTH, kept.room(2 * LENGTH, null));
        int all = LENGTH * (ROOM - 1);
        assertEquals(all, kept.room(all, known)); // half as much again would not fit
        assertEquals(0, kept.room(all + 1, known));
    }

    /// A round that uses the draws of these seeds.
    private void use(long... seeds) {
        kept.beginRound(BUDGET);
        for (long seed : seeds) {
            if (kept.get(drawing(seed), LENGTH) == null && kept.room(LENGTH, null) > 0) {
                kept.put(drawing(seed), new float[LENGTH], LENGTH);
            }
        }
    }

    private List<Long> seedsKept() {
        kept.beginRound(BUDGET);
        return LongStream.rangeClosed(1, ROOM)
                .filter(seed -> kept.get(drawing(seed), LENGTH) != null)
                .boxed()
                .toList();
    }

    private static long[] seeds(long first, long last) {
        return LongStream.rangeClosed(first, last).toArray();
    }

    private static Drawing drawing(long seed) {
        return new Drawing.Independent(
                new UnitDraw.Normal(), new RandomStream(seed, 1, Purpose.WEIGHTS));
    }
}
