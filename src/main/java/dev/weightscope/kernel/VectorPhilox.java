package dev.weightscope.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// [Philox] of as many blocks as a vector has lanes of 32 bits.
///
/// The even blocks are lanes of 64 bits, the odd ones are those of another vector. A lane holds a
/// word in its upper half, where a product has its upper word; what is in the lower half is never
/// read. So a factor is always a lane shifted down, which the JIT compiler turns into the
/// processor's product of 32-bit words.
final class VectorPhilox {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int BLOCKS = 2 * LONGS.length();
    private static final long UPPER = -1L << 32;
    private static final LongVector EVEN = LongVector.zero(LONGS).addIndex(2).lanewise(LSHL, 32);
    private static final LongVector MULTIPLIER_0 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_0);
    private static final LongVector MULTIPLIER_1 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_1);

    private VectorPhilox() {}

    /// Writes the words of consecutive groups of 16 blocks, in a group the first words of all of
    /// its blocks first.
    static void groups(RandomStream stream, long first, int count, int[] into) {
        for (int group = 0; group < count; group++) {
            long number = (first + group) * RandomFill.GROUP_BLOCKS;
            for (int b = 0; b < RandomFill.GROUP_BLOCKS; b += BLOCKS) {
                blocks(stream, number + b, into, group * RandomFill.GROUP + b);
            }
        }
    }

    private static void blocks(RandomStream stream, long number, int[] into, int offset) {
        LongVector even0 = EVEN.add(number << 32);
        LongVector odd0 = even0.add(1L << 32);
        LongVector even1 = LongVector.broadcast(LONGS, number & UPPER);
        LongVector odd1 = even1;
        LongVector even2 = LongVector.broadcast(LONGS, (long) stream.layer() << 32);
        LongVector odd2 = even2;
        LongVector even3 = LongVector.broadcast(LONGS, (long) stream.purpose().counterWord() << 32);
        LongVector odd3 = even3;
        long key0 = stream.seed() << 32;
        long key1 = stream.seed() & UPPER;
        for (int round = 0; round < Philox.ROUNDS; round++) {
            LongVector evenProduct0 = even0.lanewise(LSHR, 32).mul(MULTIPLIER_0);
            LongVector oddProduct0 = odd0.lanewise(LSHR, 32).mul(MULTIPLIER_0);
            LongVector evenProduct1 = even2.lanewise(LSHR, 32).mul(MULTIPLIER_1);
            LongVector oddProduct1 = odd2.lanewise(LSHR, 32).mul(MULTIPLIER_1);
            LongVector keys0 = LongVector.broadcast(LONGS, key0);
            LongVector keys1 = LongVector.broadcast(LONGS, key1);
            even0 = evenProduct1.lanewise(XOR, even1).lanewise(XOR, keys0);
            odd0 = oddProduct1.lanewise(XOR, odd1).lanewise(XOR, keys0);
            even1 = evenProduct1.lanewise(LSHL, 32);
            odd1 = oddProduct1.lanewise(LSHL, 32);
            even2 = evenProduct0.lanewise(XOR, even3).lanewise(XOR, keys1);
            odd2 = oddProduct0.lanewise(XOR, odd3).lanewise(XOR, keys1);
            even3 = evenProduct0.lanewise(LSHL, 32);
            odd3 = oddProduct0.lanewise(LSHL, 32);
            key0 += (long) Philox.WEYL_0 << 32;
            key1 += (long) Philox.WEYL_1 << 32;
        }
        store(even0, odd0, into, offset);
        store(even1, odd1, into, offset + RandomFill.GROUP_BLOCKS);
        store(even2, odd2, into, offset + 2 * RandomFill.GROUP_BLOCKS);
        store(even3, odd3, into, offset + 3 * RandomFill.GROUP_BLOCKS);
    }

    private static void store(LongVector even, LongVector odd, int[] into, int offset) {
        even.lanewise(LSHR, 32)
                .lanewise(OR, odd.and(UPPER))
                .reinterpretAsInts()
                .intoArray(into, offset);
    }
}
