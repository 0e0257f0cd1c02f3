package dev.weightscope.weights;

import java.util.List;
import java.util.Map;

/// A way to write tensors into a file.
sealed interface Format permits Safetensors, Npy, Npz, Gguf, Checkpoint, Onnx, Hdf5, KerasModel {
    /// As people call it: `safetensors`.
    String name();

    /// Whether the first bytes are those of this format; says nothing about the rest.
    boolean begins(Source source);

    /// What the file tells of its tensors, checked.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if the file is not as the format's
    ///   specification says
    Contents read(Source source);

    /// What a file holds.
    ///
    /// @param metadata what its writer noted down
    /// @param tensors in the order of the file's own list
    /// @param declared by the tensor's name, what the file says that it was drawn by
    record Contents(
            Map<String, String> metadata,
            List<Tensor> tensors,
            Map<String, DeclaredInitializer> declared) {
        Contents(Map<String, String> metadata, List<Tensor> tensors) {
            this(metadata, tensors, Map.of());
        }
    }
}
