package dev.weightscope.kernel;

/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror & Shaw, "Parallel Random
/// Numbers: As Easy as 1, 2, 3" (SC 2011): a keyed bijection of 128-bit counters, so that any block
/// of a stream is computed from its number alone.
final class Philox {
    /// The 32-bit words of a block.
    static final int WORDS = 4;

    static final int ROUNDS = 10;
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;

    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /// A block of a stream: its number is the low half of the counter, layer and purpose the high
    /// half.
    ///
    /// @param out four words; overwritten
    static void block(RandomStream stream, long number, int[] out) {
        block(
                (int) number,
                (int) (number >>> 32),
                stream.layer(),
                stream.purpose().counterWord(),
                (int) stream.seed(),
                (int) (stream.seed() >>> 32),
                out);
    }

    /// The bijection itself.
    ///
    /// @param out four words; overwritten
    static void block(
            int counter0, int counter1, int counter2, int counter3, int key0, int key1, int[] out) {
        int c0 = counter0;
        int c1 = counter1;
        int c2 = counter2;
        int c3 = counter3;
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c0 & LOW);
            long product1 = MULTIPLIER_1 * (c2 & LOW);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }
}
