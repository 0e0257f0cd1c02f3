package dev.weightscope.kernel;

import java.util.random.RandomGenerator;

/// A stream read from its first block on, two longs a block.
final class StreamGenerator implements RandomGenerator {
    private final RandomStream stream;
    private final int[] block = new int[Philox.WORDS];
    private long next;

    StreamGenerator(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public long nextLong() {
        if ((next & 1) == 0) {
            Philox.block(stream, next >>> 1, block);
        }
        int word = (int) (next & 1) * 2;
        next++;
        return (block[word] & 0xFFFFFFFFL) | ((long) block[word + 1] << 32);
    }
}
