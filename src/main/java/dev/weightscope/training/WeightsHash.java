package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of all that a network has learnt: layer after layer its weights, input by input and for
/// each input unit by unit, then its biases, then scale and shift of its norm where it has them;
/// each number as the four bytes of its IEEE 754 single, the least significant first, and every NaN
/// as 0x7FC00000. In 64 hexadecimal digits.
final class WeightsHash {
    /// Numbers between two looks at the cancellation: less than a millisecond.
    private static final int TURN = 1 << 16;

    private WeightsHash() {}

    static String of(List<TrainedLayer> layers, Cancellation cancellation) {
        MessageDigest digest = sha256();
        for (TrainedLayer layer : layers) {
            ByteBuffer row =
                    ByteBuffer.allocate(layer.fanOut * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int rows = Math.max(1, TURN / layer.fanOut);
            for (int input = 0; input <= layer.fanIn; input++) {
                if (input % rows == 0) {
                    cancellation.throwIfCancelled();
                }
                row.clear();
                for (int unit = 0; unit < layer.fanOut; unit++) {
                    row.putInt(Float.floatToIntBits(layer.weight(input, unit)));
                }
                digest.update(row.array());
            }
            List<Parameter> parameters = layer.parameters();
            parameters.subList(1, parameters.size()).forEach(norm -> add(norm.values, digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(float[] values, MessageDigest digest) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putInt(Float.floatToIntBits(value));
        }
        digest.update(bytes.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every JDK has it
        }
    }
}
