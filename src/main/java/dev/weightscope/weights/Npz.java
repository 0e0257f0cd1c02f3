package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// NumPy's archive: a zip of npy files. Arrays that `np.savez` wrote are read where they lie; those
/// of `np.savez_compressed` are unpacked into memory when their values are first asked for.
record Npz() implements Format {
    private static final String SUFFIX = ".npy";

    /// Bytes in which the header of an array ends.
    private static final int HEAD = 1 << 14;

    @Override
    public String name() {
        return "npz";
    }

    /// A zip of nothing too.
    @Override
    public boolean begins(Source source) {
        return source.has(0, "PK\3\4") || source.has(0, "PK\5\6");
    }

    @Override
    public Contents read(Source source) {
        List<ZipPart> parts = ZipDirectory.read(source);
        OtherFiles.refuseArchive(source, parts.stream().map(ZipPart::name).toList());
        checkUnpacked(source, parts);
        List<Tensor> tensors = new ArrayList<>();
        for (ZipPart part : parts) {
            Source head =
                    new Source(
                            source.name() + ": " + Quoted.of(part.name()),
                            part.head(source, HEAD),
                            source.memory());
            if (head.has(0, NpyHeader.MAGIC)) {
                tensors.add(
                        Npy.tensor(
                                head,
                                withoutSuffix(part.name()),
                                NpyHeader.read(head),
                                part.size(),
                                new Once(() -> part.whole(source))));
            }
        }
        if (tensors.isEmpty()) {
            throw source.refused(
                    "is a zip file with no array of NumPy in it; one is written by"
                            + " np.savez(\"model.npz\", name=array)");
        }
        return new Contents(Map.of(), tensors);
    }

    private static void checkUnpacked(Source source, List<ZipPart> parts) {
        long sum = 0;
        for (ZipPart part : parts) {
            long size = part.isStored() ? 0 : part.size();
            if (size < 0 || size > ZipPart.MOST_UNPACKED - sum) {
                throw source.refused(
                        "unpacks to more than the %d MiB that are kept in memory; save it with"
                                        .formatted(ZipPart.MOST_UNPACKED >> 20)
                                + " np.savez, from which arrays are read where they lie");
            }
            sum += size;
        }
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /// What is found at the first asking; the others wait for it.
    private static final class Once implements Supplier<MemorySegment> {
        private final Supplier<MemorySegment> finding;
        private @Nullable MemorySegment found;

        Once(Supplier<MemorySegment> finding) {
            this.finding = finding;
        }

        @Override
        public synchronized MemorySegment get() {
            MemorySegment known = found;
            if (known == null) {
                known = finding.get();
                found = known;
            }
            return known;
        }
    }
}
