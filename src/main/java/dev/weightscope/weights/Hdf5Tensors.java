package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The arrays of an HDF5 file. jHDF reads what the file tells of them, from memory that is mapped,
/// so that no size that a file states makes it take memory; values are read here, where they lie,
/// or out of the chunks that they are packed in. Links are not followed, nor attributes read.
final class Hdf5Tensors {
    /// jHDF tells a log of what it does. Nobody listens, and that is no warning on a terminal.
    private static final String LOG_WARNINGS = "slf4j.internal.verbosity";

    private static final int MOST_NESTING = 32;

    /// Groups and arrays: a group may be in any number of groups, and so come up any number of
    /// times.
    private static final int MOST_NODES = 1 << 17;

    private final Source source;
    private final List<Tensor> tensors = new ArrayList<>();
    private int nodes;

    private Hdf5Tensors(Source source) {
        this.source = source;
    }

    /// @throws Refusal if the file is damaged, or too large for its parts to be found
    static List<Tensor> of(Source source) {
        System.setProperty(LOG_WARNINGS, System.getProperty(LOG_WARNINGS, "ERROR"));
        Hdf5Tensors found = new Hdf5Tensors(source);
        try {
            found.visit("", open(source), 0);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError _) {
            // Of whatever jHDF throws where it finds other than it expects.
            throw damaged(source);
        }
        return found.tensors;
    }

    /// Closed with the source's files: chunks are looked for when values are read.
    private static HdfFile open(Source source) {
        HdfFile file =
                source.size() <= Integer.MAX_VALUE
                        ? HdfFile.fromByteBuffer(source.bytes().asByteBuffer())
                        : new HdfFile(
                                source.file()
                                        .orElseThrow(() ->
                                                source.refused(
                                                        "holds an HDF5 file of more than 2 GiB, of"
                                                                + " which parts cannot be found;"
                                                                + " convert it: "
                                                                + Remedy.SAVE_KERAS)));
        source.files().closeWith(file::close);
        return file;
    }

    private static Refusal damaged(Source source) {
        return source.refused("is a damaged HDF5 file; copy or download it again");
    }

    private void visit(String path, Group group, int depth) {
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            nodes++;
            if (nodes > MOST_NODES || depth > MOST_NESTING) {
                throw source.refused(
                        "is no valid file of weights: its groups are nested too deep, or hold each"
                                + " other");
            }
            String name = path.isEmpty() ? child.getKey() : path + "/" + child.getKey();
            switch (child.getValue()) {
                case Link _ -> {}
                case Group next -> visit(name, next, depth + 1);
                case Dataset dataset -> tensors.add(tensor(name, dataset));
                default -> {}
            }
        }
    }

    private Tensor tensor(String name, Dataset dataset) {
        List<Long> shape = Arrays.stream(dataset.getDimensionsAsLong()).boxed().toList();
        DataType told = dataset.getDataType();
        Optional<ElementType> type = type(told);
        OptionalLong bits = Shapes.bits(shape, 8 * type.map(ElementType::bytes).orElse(1));
        if (bits.isEmpty() || shape.stream().anyMatch(each -> each < 0)) {
            throw source.refused(
                    "is no valid HDF5 file: the shape of tensor %s has more elements than can be"
                                    .formatted(Quoted.of(name))
                            + " counted");
        }
        if (type.isEmpty()) {
            return Tensor.unreadable(name, shape, "no number");
        }
        long bytes = bits.getAsLong() / 8;
        if (dataset instanceof ChunkedDataset chunked && !shape.isEmpty()) {
            return inChunks(name, shape, type.get(), chunked, bytes, order(told));
        }
        if (!(dataset instanceof ContiguousDataset contiguous)) {
            return Tensor.unreadable(name, shape, type.get().key() + " within its header");
        }
        long start = contiguous.getDataAddress();
        // An array that nothing was written to has no place.
        boolean isThere = start >= 0 && start <= source.size() && bytes <= source.size() - start;
        if (bytes > 0 && !isThere) {
            throw damaged(source);
        }
        return Tensor.of(
                name,
                shape,
                type.get(),
                new Elements(
                        () -> source.bytes().asSlice(bytes == 0 ? 0 : start, bytes),
                        order(told),
                        List.of()));
    }

    private Tensor inChunks(
            String name,
            List<Long> shape,
            ElementType type,
            ChunkedDataset dataset,
            long bytes,
            ByteOrder order) {
        List<String> unknown = Hdf5Chunks.unknownFilters(dataset);
        if (!unknown.isEmpty()) {
            String packed = "%s packed by %s".formatted(type.key(), String.join(", ", unknown));
            return Tensor.unreadable(name, shape, packed);
        }
        Hdf5Chunks chunks = new Hdf5Chunks(source, name, dataset, shape, type.bytes());
        if (!chunks.isPossible(bytes)) {
            String much = "%s in chunks of more than 1 GiB, or never written".formatted(type.key());
            return Tensor.unreadable(name, shape, much);
        }
        return Tensor.of(
                name,
                shape,
                type,
                new Elements(new Once(() -> chunks.unpacked(bytes)), order, List.of()));
    }

    private static ByteOrder order(DataType type) {
        return switch (type) {
            case FixedPoint whole -> whole.getByteOrder();
            case FloatingPoint real -> real.getByteOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }

    private static Optional<ElementType> type(DataType type) {
        return Optional.ofNullable(
                switch (type) {
                    case FixedPoint whole ->
                            (whole.isSigned() ? SIGNED : UNSIGNED).get(whole.getSize());
                    case FloatingPoint real ->
                            REAL.get(
                                    List.of(
                                            real.getSize(),
                                            (int) real.getExponentSize(),
                                            (int) real.getMantissaSize()));
                    default -> null;
                });
    }

    private static final Map<Integer, ElementType> SIGNED =
            Map.of(1, ElementType.I8, 2, ElementType.I16, 4, ElementType.I32, 8, ElementType.I64);

    private static final Map<Integer, ElementType> UNSIGNED =
            Map.of(1, ElementType.U8, 2, ElementType.U16, 4, ElementType.U32, 8, ElementType.U64);

    /// By bytes, and bits of the exponent and of the mantissa.
    private static final Map<List<Integer>, ElementType> REAL =
            new HashMap<>(
                    Map.of(
                            List.of(2, 5, 10), ElementType.F16,
                            List.of(2, 8, 7), ElementType.BF16,
                            List.of(4, 8, 23), ElementType.F32,
                            List.of(8, 11, 52), ElementType.F64));
}
