package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/// The known answers are those of the authors' own distribution of the generator, Random123, file
/// `kat_vectors`.
class PhiloxTest {
    @Test
    void zerosGiveThePublishedBlock() {
        assertBlock(
                new int[] {0, 0, 0, 0},
                new int[] {0, 0},
                new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    }

    @Test
    void onesGiveThePublishedBlock() {
        assertBlock(
                new int[] {-1, -1, -1, -1},
                new int[] {-1, -1},
                new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    }

    @Test
    void digitsOfPiGiveThePublishedBlock() {
        assertBlock(
                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                new int[] {0xa4093822, 0x299f31d0},
                new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
    }

    private static void assertBlock(int[] counter, int[] key, int[] expected) {
        int[] actual = new int[Philox.WORDS];
        Philox.block(counter[0], counter[1], counter[2], counter[3], key[0], key[1], actual);
        assertArrayEquals(expected, actual);
    }
}
