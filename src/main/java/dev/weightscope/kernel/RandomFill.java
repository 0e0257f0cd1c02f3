package dev.weightscope.kernel;

/// Draws of unit scale from the words of a stream. Not for several threads at once.
///
/// Elements come in groups of 64, from 16 blocks: element 16·w + i of a group is word w of its
/// block i. So neighbours are lanes of consecutive blocks, for any vector of up to 16 lanes.
class RandomFill {
    /// Blocks, and so consecutive elements of one word, in a group.
    static final int GROUP_BLOCKS = 16;

    static final int GROUP = GROUP_BLOCKS * Philox.WORDS;

    /// Groups whose words are computed at a time; so many stay in the first-level cache.
    static final int GROUPS = 16;

    private final int[] words = new int[GROUPS * GROUP];
    private final int[] block = new int[Philox.WORDS];

    final void fill(
            UnitDraw draw, RandomStream stream, long firstElement, float[] out, int from, int to) {
        int i = from;
        while (i < to) {
            long element = firstElement + (i - from);
            int offset = (int) (element % GROUP);
            int count = Math.min(words.length - offset, to - i);
            words(stream, element / GROUP, Math.ceilDiv(offset + count, GROUP), words);
            convert(draw, words, offset, out, i, count);
            i += count;
        }
    }

    /// Writes the words of consecutive groups, in the order of their elements.
    void words(RandomStream stream, long firstGroup, int groups, int[] into) {
        for (int b = 0; b < groups * GROUP_BLOCKS; b++) {
            Philox.block(stream, firstGroup * GROUP_BLOCKS + b, block);
            int offset = b / GROUP_BLOCKS * GROUP + b % GROUP_BLOCKS;
            for (int w = 0; w < Philox.WORDS; w++) {
                into[offset + w * GROUP_BLOCKS] = block[w];
            }
        }
    }

    /// Converts the words from `offset` on to draws.
    private void convert(UnitDraw draw, int[] from, int offset, float[] out, int start, int count) {
        switch (draw) {
            case UnitDraw.Uniform() -> uniform(from, offset, out, start, count);
            case UnitDraw.Normal() ->
                    quantiles(NormalQuantile.STANDARD, from, offset, out, start, count);
            case UnitDraw.TruncatedNormal(double cut) ->
                    quantiles(NormalQuantile.truncated(cut), from, offset, out, start, count);
        }
    }

    void uniform(int[] from, int offset, float[] out, int start, int count) {
        for (int i = 0; i < count; i++) {
            out[start + i] = uniform(from[offset + i]);
        }
    }

    void quantiles(
            NormalQuantile quantile, int[] from, int offset, float[] out, int start, int count) {
        for (int i = 0; i < count; i++) {
            out[start + i] = quantile.of(from[offset + i]);
        }
    }

    /// The middle of one of 2²⁴ equal parts of −1..1, exactly.
    static float uniform(int word) {
        return ((word >> 8) + 0.5f) * 0x1p-23f;
    }
}
