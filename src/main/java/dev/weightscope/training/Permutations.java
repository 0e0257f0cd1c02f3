package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RandomStream;
import java.util.random.RandomGenerator;

/// Orders of rows that depend on their stream alone.
final class Permutations {
    private static final long LOW = 0xFFFFFFFFL;

    /// Rows between two looks at the cancellation.
    private static final int ROWS = 1 << 15;

    private Permutations() {}

    /// 0..count−1.
    static int[] given(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /// 0..count−1 shuffled by the method of Fisher and Yates (Durstenfeld 1964, Algorithm 235):
    /// from the last on, each changes places with one of those up to it, picked as ⌊u·(i + 1)⌋ of
    /// 32 random bits u in 0..1.
    static int[] shuffled(int count, RandomStream stream, Cancellation cancellation) {
        RandomGenerator random = stream.generator();
        int[] rows = given(count);
        for (int i = count - 1; i > 0; i--) {
            if (i % ROWS == 0) {
                cancellation.throwIfCancelled();
            }
            int j = (int) (((random.nextLong() & LOW) * (i + 1)) >>> 32);
            int swapped = rows[i];
            rows[i] = rows[j];
            rows[j] = swapped;
        }
        return rows;
    }
}
