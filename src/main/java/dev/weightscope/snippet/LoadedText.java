package dev.weightscope.snippet;

import dev.weightscope.model.FileName;
import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.LoadedWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads weights and biases from the file that they are from.
///
/// How Python reads a file is told by the ending of its name. One that it does not read is to be
/// saved by the program first, as safetensors, whose tensors have other names then.
///
/// @param isTorch whether tensors are PyTorch's; else arrays of NumPy
record LoadedText(LoadedWeights file, boolean isTorch) {
    private static final String SAVED = ".safetensors";

    private enum Form {
        SAFETENSORS,
        NPZ,
        NPY,
        CHECKPOINT,
        SAVED_FIRST
    }

    private Form form() {
        String name = file.source().toLowerCase(Locale.ROOT);
        if (name.endsWith(SAVED)) {
            return Form.SAFETENSORS;
        }
        if (name.endsWith(".npz")) {
            return Form.NPZ;
        }
        if (name.endsWith(".npy")) {
            return Form.NPY;
        }
        boolean isCheckpoint =
                name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".bin");
        return isCheckpoint && isTorch ? Form.CHECKPOINT : Form.SAVED_FIRST;
    }

    /// Lines that make `file`, a map from names to tensors.
    List<String> opening() {
        String path = PythonScript.quoted(file.source());
        return switch (form()) {
            case SAFETENSORS -> List.of(load(path));
            case NPZ -> List.of("file = np.load(%s)".formatted(path));
            case NPY ->
                    List.of(
                            "file = {%s: np.load(%s)}"
                                    .formatted(
                                            PythonScript.quoted(
                                                    file.layers().getFirst().weights().name()),
                                            path));
            case CHECKPOINT ->
                    List.of(
                            "file = torch.load(%s, map_location=\"cpu\", weights_only=True)"
                                    .formatted(path),
                            "while any(isinstance(each, dict) for each in file.values()):",
                            "    maps = {k: v for k, v in file.items() if isinstance(v, dict)}",
                            "    file = {k: v for k, v in file.items() if k not in maps} | {",
                            "        f'{k}.{n}': t for k, v in maps.items() for n, t in"
                                    + " v.items()}");
            case SAVED_FIRST -> {
                List<String> lines =
                        new ArrayList<>(
                                PythonScript.comment(
                                        ("Save the layers of %s first: in the window by Export,"
                                                        + " Weights; else by the same options with"
                                                        + " --gain 1 and --save-weights %s.")
                                                .formatted(
                                                        PythonScript.ascii(file.label()),
                                                        PythonScript.ascii(savedName()))));
                lines.add(load(PythonScript.quoted(savedName())));
                yield lines;
            }
        };
    }

    private String load(String path) {
        return "file = safetensors.%s.load_file(%s)".formatted(isTorch ? "torch" : "numpy", path);
    }

    private String savedName() {
        String name = FileName.of(file.source());
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + SAVED;
    }

    /// The weights of a layer as an expression, without gain and of the file's type.
    ///
    /// @param number of the layer, counted from 1
    /// @param layout as which they are wanted
    String weights(int number, Layout layout) {
        LoadedLayer layer = file.layers().get(number - 1);
        boolean isSaved = form() == Form.SAVED_FIRST;
        Layout stored = isSaved ? Layout.OUT_IN : layer.layout();
        String name = isSaved ? "layers.%d.weight".formatted(number - 1) : layer.weights().name();
        return tensor(name, stored == layout ? "" : ".T");
    }

    /// The biases of a layer as an expression.
    ///
    /// @param bias that the layer has
    String bias(int number, LoadedTensor bias) {
        boolean isSaved = form() == Form.SAVED_FIRST;
        return tensor(isSaved ? "layers.%d.bias".formatted(number - 1) : bias.name(), "");
    }

    private String tensor(String name, String turned) {
        String tensor = "file[%s]%s".formatted(PythonScript.quoted(name), turned);
        boolean isArray = form() == Form.NPZ || form() == Form.NPY;
        return isTorch && isArray
                ? "torch.tensor(%s.astype(np.float32))".formatted(tensor)
                : tensor;
    }

    /// Lines of a layer that make `file` and `W`.
    ///
    /// @param framework turns an array into a tensor of float32, as Python
    static List<String> weights(
            LayerLaw layer, Law.Loaded law, Layout layout, boolean isTorch, Made framework) {
        LoadedText text = new LoadedText(layer.loaded(), isTorch);
        List<String> lines = new ArrayList<>(text.opening());
        String weights = framework.of(text.weights(layer.place().layer(), layout));
        lines.add("W = " + PythonScript.times(law.gain(), weights));
        return lines;
    }

    /// Lines of a layer that make `b`.
    static List<String> bias(LayerLaw layer, Law.Loaded law, boolean isTorch, Made framework) {
        LoadedText text = new LoadedText(layer.loaded(), isTorch);
        return List.of("b = " + framework.of(text.bias(layer.place().layer(), law.tensor())));
    }

    /// Makes a framework's tensor of float32.
    interface Made {
        /// @param tensor as an expression
        String of(String tensor);
    }
}
