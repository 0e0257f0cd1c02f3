package dev.weightscope.weights;

import dev.weightscope.model.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `torch.save` writes since PyTorch 1.6: a zip of a pickle, which says what tensors there
/// are, and of an entry of numbers for each storage, which tensors are views of.
record Checkpoint() implements Format {
    private static final String PICKLE = "data.pkl";

    /// Of a pickle: some hundred bytes a tensor.
    private static final long MOST_PICKLE = 1L << 26;

    @Override
    public String name() {
        return "PyTorch";
    }

    @Override
    public boolean begins(Source source) {
        return ZipDirectory.begins(source)
                && ZipDirectory.read(source).stream().anyMatch(Checkpoint::isPickle);
    }

    private static boolean isPickle(ZipPart part) {
        return part.name().equals(PICKLE) || part.name().endsWith("/" + PICKLE);
    }

    @Override
    public Contents read(Source source) {
        List<ZipPart> parts = ZipDirectory.read(source);
        ZipDirectory.checkUnpacked(source, parts);
        ZipPart pickle = parts.stream().filter(Checkpoint::isPickle).findFirst().orElseThrow();
        if (pickle.size() > MOST_PICKLE) {
            throw wrong(
                    source,
                    "its pickle has %d bytes; %d are read".formatted(pickle.size(), MOST_PICKLE));
        }
        String folder = pickle.name().substring(0, pickle.name().length() - PICKLE.length());
        Map<String, ZipPart> byName = new HashMap<>();
        parts.forEach(part -> byName.put(part.name(), part));
        Pickled root = PickleReader.read(source, source.part(pickle.whole(source)));
        CheckpointStorages storages = new CheckpointStorages(source, folder, byName);
        Contents contents = CheckpointTensors.of(source, root, storages::tensor);
        if (contents.tensors().isEmpty()) {
            throw source.refused("is a checkpoint of PyTorch without tensors");
        }
        return contents;
    }

    private static Refusal wrong(Source source, String what) {
        return source.refused("is no valid checkpoint of PyTorch: " + what);
    }
}
