package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// Quantized numbers of the type Q8_0 of ggml: blocks of 32, each a scale in half precision and 32
/// integers of eight bits that it is multiplied with. The products are floats, exactly.
///
/// @param blocks all of them, not aligned
record Q8Blocks(MemorySegment blocks) implements ElementPieces {
    /// Numbers of a block.
    static final int NUMBERS = 32;

    /// Bytes of a block.
    static final int BYTES = 2 + NUMBERS;

    /// Steps from 0 to the largest number of a block.
    static final int LEVELS = 127;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public MemorySegment get(List<Long> shape, int width, long from, int length) {
        MemorySegment found = MemorySegment.ofArray(new byte[length * width]);
        float scale = 0;
        for (int i = 0; i < length; i++) {
            long block = (from + i) / NUMBERS * BYTES;
            int place = (int) ((from + i) % NUMBERS);
            if (i == 0 || place == 0) {
                scale = Float.float16ToFloat(blocks.get(SHORT, block));
            }
            byte number = blocks.get(ValueLayout.JAVA_BYTE, block + 2 + place);
            found.set(FLOAT, (long) i * width, scale * number);
        }
        return found;
    }
}
