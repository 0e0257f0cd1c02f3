package dev.weightscope.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes a safetensors file of float32 tensors, one after another, so that no more than one of
/// them need be in memory. Source of the form: the format's page in huggingface/safetensors.
public final class SafetensorsWriter {
    /// Values start at a multiple of it, as the format's own writers have it.
    private static final int ALIGNMENT = 8;

    private static final int VALUES_AT_ONCE = 1 << 14;

    private final OutputStream out;
    private final List<Declared> tensors;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(VALUES_AT_ONCE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int written;

    /// A tensor to come.
    ///
    /// @param shape in C order
    public record Declared(String name, List<Integer> shape) {
        public Declared {
            shape = List.copyOf(shape);
        }

        long count() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        }
    }

    /// Writes the header.
    ///
    /// @param out buffered; not closed
    /// @param metadata texts for whoever opens the file
    /// @param tensors in the order in which they will be written, each of a name of its own
    public SafetensorsWriter(OutputStream out, Map<String, String> metadata, List<Declared> tensors)
            throws IOException {
        this.out = out;
        this.tensors = List.copyOf(tensors);
        byte[] header = header(metadata, tensors);
        int padding = Math.floorMod(-header.length, ALIGNMENT);
        out.write(
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length + padding)
                        .array());
        out.write(header);
        out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] header(Map<String, String> metadata, List<Declared> tensors) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(SafetensorsHeader.METADATA, metadata);
        long begin = 0;
        for (Declared tensor : tensors) {
            long end = Math.addExact(begin, Math.multiplyExact(tensor.count(), Float.BYTES));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", "F32");
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", List.of(begin, end));
            if (header.put(tensor.name(), entry) != null) {
                throw new IllegalArgumentException("two tensors are called " + tensor.name());
            }
            begin = end;
        }
        return new JsonMapper().writeValueAsBytes(header);
    }

    /// Writes the next tensor.
    ///
    /// @param values all of them, in C order; not modified
    public void write(float[] values) throws IOException {
        next(values.length);
        for (float value : values) {
            put(value);
        }
        flush();
    }

    /// Writes the next tensor, a matrix, with rows and columns exchanged.
    ///
    /// @param values of a matrix with as many rows as the tensor has columns, row by row; not
    ///   modified
    public void writeTransposed(float[] values) throws IOException {
        Declared tensor = next(values.length);
        if (tensor.shape().size() != 2) {
            throw new IllegalArgumentException(tensor.name() + " is no matrix");
        }
        int rows = tensor.shape().getFirst();
        for (int row = 0; row < rows; row++) {
            for (int at = row; at < values.length; at += rows) {
                put(values[at]);
            }
        }
        flush();
    }

    /// @throws IllegalStateException if tensors are missing
    public void finish() {
        if (written != tensors.size()) {
            throw new IllegalStateException(
                    "%d of %d tensors were written".formatted(written, tensors.size()));
        }
    }

    private Declared next(int count) {
        Declared tensor = tensors.get(written++);
        if (tensor.count() != count) {
            throw new IllegalArgumentException(
                    "%s has %d values, not %d".formatted(tensor.name(), tensor.count(), count));
        }
        return tensor;
    }

    private void put(float value) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putFloat(value);
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
