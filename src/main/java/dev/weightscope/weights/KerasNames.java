package dev.weightscope.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of a layer's variables, which Keras 3 only counts in its files
/// (keras/src/saving/saving_lib.py): `layers/dense_1/vars/0` is called `layers/dense_1/kernel`.
/// Layers are told by the names of their classes.
///
/// @param tensors in the file's order
/// @param variables by the tensor's name: its layer's place in the file, and its own name
record KerasNames(List<Tensor> tensors, Map<String, KerasNames.Variable> variables) {
    /// @param layer `layers/dense_1`
    /// @param name `kernel`
    record Variable(String layer, String name) {}

    private static final Pattern PATH =
            Pattern.compile(
                    "(?<layer>(?:.*/)?(?<kind>[^/]+?)(?:_[0-9]+)?)/vars/(?<number>[0-9]{1,4})");

    /// By the class; all of a layer's variables must be there, or, with a bias at the end, all but
    /// the last.
    private static final Map<String, List<String>> VARIABLES = variableNames();

    private static Map<String, List<String>> variableNames() {
        Map<String, List<String>> names = new HashMap<>();
        for (String kind :
                List.of(
                        "dense",
                        "einsum_dense",
                        "conv1d",
                        "conv2d",
                        "conv3d",
                        "conv1d_transpose",
                        "conv2d_transpose",
                        "conv3d_transpose",
                        "query_dense",
                        "key_dense",
                        "value_dense",
                        "output_dense")) {
            names.put(kind, List.of("kernel", "bias"));
        }
        names.put("embedding", List.of("embeddings"));
        names.put(
                "batch_normalization", List.of("gamma", "beta", "moving_mean", "moving_variance"));
        names.put("layer_normalization", List.of("gamma", "beta"));
        names.put("cell", List.of("kernel", "recurrent_kernel", "bias"));
        return names;
    }

    static KerasNames of(List<Tensor> found) {
        Map<String, Long> counts =
                found.stream()
                        .map(each -> PATH.matcher(each.name()))
                        .filter(Matcher::matches)
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.group("layer"), Collectors.counting()));
        List<Tensor> tensors = new ArrayList<>();
        Map<String, Variable> variables = new HashMap<>();
        for (Tensor tensor : found) {
            Matcher path = PATH.matcher(tensor.name());
            String name = path.matches() ? name(path, counts::get) : "";
            if (name.isEmpty()) {
                tensors.add(tensor);
            } else {
                String layer = path.group("layer");
                tensors.add(tensor.named(layer + "/" + name));
                variables.put(layer + "/" + name, new Variable(layer, name));
            }
        }
        return new KerasNames(tensors, variables);
    }

    /// Empty where it is not known.
    private static String name(Matcher path, Function<String, Long> counts) {
        List<String> names = VARIABLES.getOrDefault(path.group("kind"), List.of());
        long missing = names.size() - counts.apply(path.group("layer"));
        boolean isWhole = missing == 0 || (missing == 1 && names.getLast().equals("bias"));
        int number = Integer.parseInt(path.group("number"));
        return isWhole && number < names.size() ? names.get(number) : "";
    }
}
