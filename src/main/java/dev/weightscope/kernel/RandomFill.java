package dev.weightscope.kernel;

/// Draws of unit scale from the words of a stream.
///
/// Elements come in groups of 64, from 16 blocks: element 16·w + i of a group is word w of its
/// block i. So neighbours are lanes of consecutive blocks, for any vector of up to 16 lanes.
class RandomFill {
    /// Blocks, and so consecutive elements of one word, in a group.
    static final int GROUP_BLOCKS = 16;

    static final int GROUP = GROUP_BLOCKS * Philox.WORDS;

    final void fill(
            UnitDraw draw, RandomStream stream, long firstElement, float[] out, int from, int to) {
        int[] words = new int[GROUP];
        int i = from;
        while (i < to) {
            long element = firstElement + (i - from);
            int offset = (int) (element % GROUP);
            int count = Math.min(GROUP - offset, to - i);
            words(stream, element / GROUP, words);
            convert(draw, words, offset, out, i, count);
            i += count;
        }
    }

    /// Writes the words of a group, in the order of its elements.
    void words(RandomStream stream, long group, int[] words) {
        int[] block = new int[Philox.WORDS];
        for (int b = 0; b < GROUP_BLOCKS; b++) {
            Philox.block(stream, group * GROUP_BLOCKS + b, block);
            for (int w = 0; w < Philox.WORDS; w++) {
                words[w * GROUP_BLOCKS + b] = block[w];
            }
        }
    }

    /// Makes draws of the words from `offset` on.
    void convert(UnitDraw draw, int[] words, int offset, float[] out, int from, int count) {
        switch (draw) {
            case UnitDraw.Uniform() -> {
                for (int i = 0; i < count; i++) {
                    out[from + i] = uniform(words[offset + i]);
                }
            }
            case UnitDraw.Normal() -> {
                for (int i = 0; i < count; i++) {
                    out[from + i] = NormalQuantile.STANDARD.of(words[offset + i]);
                }
            }
            case UnitDraw.TruncatedNormal(double cut) -> {
                NormalQuantile quantile = NormalQuantile.truncated(cut);
                for (int i = 0; i < count; i++) {
                    out[from + i] = quantile.of(words[offset + i]);
                }
            }
        }
    }

    /// The middle of one of 2²⁴ equal parts of −1..1, exactly.
    static float uniform(int word) {
        return ((word >> 8) + 0.5f) * 0x1p-23f;
    }
}
