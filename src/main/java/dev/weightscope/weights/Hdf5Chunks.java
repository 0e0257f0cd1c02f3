package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// An array that an HDF5 file keeps in chunks, as HDF5 and h5py do where it is compressed or may
/// grow. jHDF finds the chunks; they are unpacked here, each to the size that the file states for
/// all, so that none takes more.
///
/// HDF5 File Format Specification 3.0, IV.A.2.l (filters: deflate, shuffle, and a checksum that is
/// passed over).
final class Hdf5Chunks {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final int CHECKSUM_BYTES = 4;

    /// Deflate packs 258 bytes into 2 bits at most (RFC 1951, 3.2.5).
    private static final long MOST_RATIO = 1032;

    private final Source source;
    private final String name;
    private final ChunkedDataset dataset;
    private final List<Long> shape;
    private final int width;
    private final int[] chunk;
    private final int chunkBytes;

    /// @param width bytes of an element
    /// @throws Refusal if it is damaged
    Hdf5Chunks(Source source, String name, ChunkedDataset dataset, List<Long> shape, int width) {
        this.source = source;
        this.name = name;
        this.dataset = dataset;
        this.shape = shape;
        this.width = width;
        int[] told = dataset.getChunkDimensions();
        chunk = Arrays.copyOf(told, shape.size());
        long bytes = width;
        for (int size : chunk) {
            bytes = size < 1 || bytes > Integer.MAX_VALUE ? -1 : bytes * size;
        }
        if (told.length < shape.size() || bytes < 1 || bytes > Integer.MAX_VALUE) {
            throw damaged();
        }
        chunkBytes = (int) bytes;
    }

    /// What its values are packed by that is not unpacked here; empty if all can be.
    static List<String> unknownFilters(ChunkedDataset dataset) {
        return dataset.getFilters().stream()
                .filter(each -> each.getId() < DEFLATE || each.getId() > CHECKSUM)
                .map(PipelineFilterWithData::getName)
                .toList();
    }

    /// Whether so many bytes can come out of the file, or have been written to it at all.
    boolean isPossible(long bytes) {
        boolean isPacked = dataset.getFilters().stream().anyMatch(each -> each.getId() == DEFLATE);
        return bytes <= ZipPart.MOST_UNPACKED
                && bytes / (isPacked ? MOST_RATIO : 1) <= source.size();
    }

    /// All elements in C order, in memory that is there as long as the file is open.
    ///
    /// @throws Refusal if a chunk is damaged
    MemorySegment unpacked(long bytes) {
        MemorySegment whole = source.files().allocate(bytes);
        long[] place = new long[shape.size()];
        if (bytes == 0) {
            return whole;
        }
        do {
            copy(chunkAt(place), place, whole);
        } while (advance(place));
        return whole;
    }

    /// To the next chunk, the last dimension fastest; whether there is one.
    private boolean advance(long[] place) {
        for (int d = place.length - 1; d >= 0; d--) {
            place[d] += chunk[d];
            if (place[d] < shape.get(d)) {
                return true;
            }
            place[d] = 0;
        }
        return false;
    }

    /// The elements of one chunk; zeros, which numbers begin with, where nothing was written.
    private byte[] chunkAt(long[] place) {
        byte[] bytes = packedAt(Arrays.stream(place).mapToInt(Math::toIntExact).toArray());
        if (bytes.length == 0) {
            return new byte[chunkBytes];
        }
        List<PipelineFilterWithData> filters = dataset.getFilters();
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes =
                    switch (filters.get(i).getId()) {
                        case DEFLATE -> inflated(bytes);
                        case SHUFFLE -> ordered(bytes, filters.get(i).getFilterData());
                        default -> Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM_BYTES));
                    };
        }
        if (bytes.length != chunkBytes) {
            throw damaged();
        }
        return bytes;
    }

    /// As they lie in the file; none where nothing was written.
    private byte[] packedAt(int[] offset) {
        try {
            if (dataset.isEmpty()) {
                return new byte[0];
            }
            ByteBuffer raw = dataset.getRawChunkBuffer(offset);
            byte[] bytes = new byte[raw.remaining()];
            raw.get(bytes);
            return bytes;
        } catch (RuntimeException | StackOverflowError failed) {
            // Of whatever jHDF throws: without a cause, that it knows of no such chunk.
            if (failed instanceof HdfException && failed.getCause() == null) {
                return new byte[0];
            }
            throw damaged();
        }
    }

    private byte[] inflated(byte[] packed) {
        // With a checksum that was taken before it was packed.
        byte[] found = new byte[chunkBytes + CHECKSUM_BYTES];
        int length = 0;
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished() && length < found.length) {
                int more = inflater.inflate(found, length, found.length - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw damaged();
                }
                length += more;
            }
        } catch (DataFormatException _) {
            throw damaged();
        }
        return Arrays.copyOf(found, length);
    }

    /// Shuffled, the first bytes of all elements lie together, then the second ones.
    private static byte[] ordered(byte[] shuffled, int[] settings) {
        int size = settings.length == 0 ? 1 : settings[0];
        if (size < 2) {
            return shuffled;
        }
        byte[] found = shuffled.clone(); // behind the last whole element nothing is moved
        int elements = shuffled.length / size;
        for (int i = 0; i < elements; i++) {
            for (int b = 0; b < size; b++) {
                found[i * size + b] = shuffled[b * elements + i];
            }
        }
        return found;
    }

    /// Copies what of a chunk lies within the array: at its edges chunks reach beyond.
    private void copy(byte[] elements, long[] place, MemorySegment whole) {
        int last = shape.size() - 1;
        MemorySegment from = MemorySegment.ofArray(elements);
        long length = Math.min(chunk[last], shape.get(last) - place[last]) * width;
        int rows = chunkBytes / width / chunk[last];
        for (int row = 0; row < rows; row++) {
            long to = 0;
            int rest = row;
            long stride = shape.get(last);
            boolean isInside = true;
            for (int d = last - 1; d >= 0; d--) {
                long at = place[d] + rest % chunk[d];
                rest /= chunk[d];
                isInside &= at < shape.get(d);
                to += at * stride;
                stride *= shape.get(d);
            }
            if (isInside) {
                MemorySegment.copy(
                        from,
                        (long) row * chunk[last] * width,
                        whole,
                        (to + place[last]) * width,
                        length);
            }
        }
    }

    private Refusal damaged() {
        return source.refused(
                "is damaged: the chunks of %s cannot be read; copy or download it again"
                        .formatted(Quoted.of(name)));
    }
}
