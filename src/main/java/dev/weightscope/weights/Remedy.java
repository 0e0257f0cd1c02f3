package dev.weightscope.weights;

import java.util.List;
import java.util.Optional;

/// Lines to copy that lead to a file that can be read, with which refusals end.
public final class Remedy {
    static final String SAVE_STATE =
            "from safetensors.torch import save_file;"
                    + " save_file(model.state_dict(), \"model.safetensors\")";

    static final String SAVE_KERAS =
            "np.savez(\"model.npz\", **{each.path: each.numpy() for each in model.weights})";

    static final String FETCH = "git lfs pull";

    private static final List<String> ALL = List.of(SAVE_STATE, SAVE_KERAS, FETCH);

    private Remedy() {}

    /// The line that a sentence ends with; empty where it ends with none.
    public static Optional<String> in(String refusal) {
        return ALL.stream().filter(refusal::endsWith).findFirst();
    }
}
