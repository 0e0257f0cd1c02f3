package dev.weightscope.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The numbers of one tensor of a file, a matrix of `rows` × `columns`.
///
/// Compared by name, shape and a hash of the numbers, so that what is computed from equal ones is
/// equal, whatever has become of the file.
public final class LoadedTensor {
    private static final int PIECE = 1 << 14;

    private final String name;
    private final int rows;
    private final int columns;
    private final float[] values;
    private final String hash;
    private final Range range;

    /// What the numbers reach and how they spread.
    ///
    /// @param mean NaN or infinite where a number is not finite
    /// @param variance about their mean; NaN where one is not finite
    private record Range(double largestMagnitude, double mean, double variance) {}

    /// @param name as the file calls it
    /// @param values rows·columns floats, row by row; taken over, not to be modified afterwards
    public LoadedTensor(String name, int rows, int columns, float[] values) {
        if (values.length != (long) rows * columns || values.length == 0) {
            throw new IllegalArgumentException(
                    "%d values do not fill %d x %d".formatted(values.length, rows, columns));
        }
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.hash = hash(rows, columns, values);
        this.range = range(values);
    }

    /// SHA-256 of the shape and the bits of the numbers, in hexadecimal digits.
    private static String hash(int rows, int columns, float[] values) {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * PIECE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(rows).putInt(columns);
        for (float value : values) {
            if (!bytes.hasRemaining()) {
                digest.update(bytes.flip());
                bytes.clear();
            }
            bytes.putFloat(value);
        }
        digest.update(bytes.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JVM has SHA-256", missing);
        }
    }

    private static Range range(float[] values) {
        double sum = 0;
        double largest = 0;
        for (float value : values) {
            sum += value;
            largest = Math.max(largest, Math.abs(value)); // NaN stays
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Range(largest, mean, squares / values.length);
    }

    public String name() {
        return name;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// Row by row; not to be modified.
    public float[] values() {
        return values;
    }

    /// SHA-256 of shape and numbers, in hexadecimal digits.
    public String hash() {
        return hash;
    }

    /// The largest |w|; NaN if there is a NaN.
    public double largestMagnitude() {
        return range.largestMagnitude;
    }

    /// The mean of its numbers; NaN or infinite where one is not finite.
    public double mean() {
        return range.mean;
    }

    /// The variance of its numbers about their mean; NaN where one is not finite.
    public double variance() {
        return range.variance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoadedTensor tensor
                && name.equals(tensor.name)
                && rows == tensor.rows
                && columns == tensor.columns
                && hash.equals(tensor.hash);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + hash.hashCode();
    }

    @Override
    public String toString() {
        return "%s (%d x %d)".formatted(name, rows, columns);
    }
}
