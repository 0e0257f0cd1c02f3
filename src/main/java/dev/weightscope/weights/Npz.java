package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    @Override
    public boolean begins(Source source) {
        return ZipDirectory.begins(source);
    }

    @Override
    public Contents read(Source source) {
        List<ZipPart> parts = ZipDirectory.read(source);
        ZipDirectory.checkUnpacked(source, parts);
        List<Tensor> tensors = new ArrayList<>();
        for (ZipPart part : parts) {
            Source head =
                    new Source(
                            source.name() + ": " + Quoted.of(part.name()),
                            part.head(source, HEAD),
                            source.files());
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

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
