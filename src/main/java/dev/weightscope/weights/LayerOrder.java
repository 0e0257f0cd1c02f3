package dev.weightscope.weights;

import dev.weightscope.model.Layout;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which matrices of a file become layers, and in which order.
final class LayerOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /// Numbers in names by their size: `layers.2` before `layers.10`.
    private static final Comparator<Matrix> BY_NUMBERS =
            Comparator.comparing(each ->
                    NUMBER.matcher(each.tensor().name())
                            .replaceAll(found -> "%018d".formatted(Long.parseLong(found.group()))));

    private final String file;
    private final List<Tensor> tensors;
    private final LayerGuess guess;

    /// A matrix that a layer's weights can be.
    record Matrix(Tensor tensor, Layout layout) {
        long in() {
            return layout.inputs(tensor.shape());
        }

        long out() {
            return layout.outputs(tensor.shape());
        }
    }

    /// @param file for sentences
    LayerOrder(String file, List<Tensor> tensors) {
        this.file = file;
        this.tensors = tensors;
        this.guess = new LayerGuess(tensors, Layouts.GUESSED);
    }

    /// @throws Refusal in one sentence, if there is none
    List<Matrix> of(TensorChoice choice) {
        return choice.tensors().isEmpty()
                ? all()
                : choice.tensors().stream().map(this::named).toList();
    }

    private Matrix named(TensorChoice.Named named) {
        Tensor tensor =
                tensors.stream()
                        .filter(each -> each.name().equals(named.name()))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(
                                        "%s has no tensor %s; inspect tells which there are"
                                                .formatted(file, Quoted.of(named.name()))));
        requireMatrix(tensor);
        return new Matrix(tensor, named.layout().orElseGet(() -> layout(tensor)));
    }

    /// An embedding that was asked for by name is taken as PyTorch and Keras store it, a row a
    /// word.
    private Layout layout(Tensor tensor) {
        return guess.fans(tensor).map(Fans::layout).orElse(Layout.IN_OUT);
    }

    private static void requireMatrix(Tensor tensor) {
        whyNoLayer(tensor)
                .ifPresent(why -> {
                    throw new Refusal(why);
                });
    }

    /// Why a tensor cannot be a layer's weights, in one sentence; empty where it can.
    static Optional<String> whyNoLayer(Tensor tensor) {
        String name = Quoted.value(tensor.name());
        int dimensions = tensor.shape().size();
        String why =
                switch (dimensions) {
                    case 0 -> "%s is a single number; layers are made of matrices";
                    case 1 ->
                            "%s has one dimension; layers are made of matrices, and a bias comes"
                                    + " along with its weights";
                    case 2 -> tensor.count() == 0 ? "%s has no numbers" : "";
                    default ->
                            "%s is "
                                    + text(tensor)
                                    + ", as the kernel of a convolution; layers here are dense,"
                                    + " made of matrices";
                };
        return why.isEmpty() ? Optional.empty() : Optional.of(why.formatted(name));
    }

    private static String text(Tensor tensor) {
        return String.join(" x ", tensor.shape().stream().map(String::valueOf).toList());
    }

    /// All matrices, and if they do not join, those that have a bias.
    private List<Matrix> all() {
        List<Matrix> matrices = new ArrayList<>();
        for (Tensor each : tensors) {
            if (each.shape().size() == 2 && each.count() > 0 && each.type().isPresent()) {
                guess.fans(each).ifPresent(fans -> matrices.add(new Matrix(each, fans.layout())));
            }
        }
        if (matrices.isEmpty()) {
            throw new Refusal("%s has no matrix that could be a layer's weights".formatted(file));
        }
        List<Matrix> biased =
                matrices.stream().filter(each -> guess.bias(each.tensor()).isPresent()).toList();
        return joined(matrices).or(() -> joined(biased)).orElseThrow(() -> unjoined(matrices));
    }

    private static Optional<List<Matrix>> joined(List<Matrix> matrices) {
        List<Matrix> counted = matrices.stream().sorted(BY_NUMBERS).toList();
        List<Matrix> sorted =
                matrices.stream()
                        .sorted(Comparator.comparing(each -> each.tensor().name()))
                        .toList();
        // A writer that sorts by name has no order of its own.
        boolean hasOrder = !matrices.equals(sorted);
        List<List<Matrix>> orders =
                List.of(hasOrder ? matrices : counted, hasOrder ? counted : matrices);
        return orders.stream()
                .filter(each -> !each.isEmpty() && gap(each) < 0)
                .findFirst()
                .or(() -> chained(matrices));
    }

    /// The index of the first that does not take what the one before it gives; -1 if all join.
    private static int gap(List<Matrix> matrices) {
        for (int i = 1; i < matrices.size(); i++) {
            if (matrices.get(i).in() != matrices.get(i - 1).out()) {
                return i;
            }
        }
        return -1;
    }

    /// The only order in which they join; empty if there is none, or if one width enters or leaves
    /// two of them, so that there may be several.
    private static Optional<List<Matrix>> chained(List<Matrix> matrices) {
        Map<Long, Matrix> byInput = new HashMap<>();
        Set<Long> outputs = new HashSet<>();
        for (Matrix each : matrices) {
            if (byInput.put(each.in(), each) != null || !outputs.add(each.out())) {
                return Optional.empty();
            }
        }
        List<Matrix> firsts =
                matrices.stream().filter(each -> !outputs.contains(each.in())).toList();
        if (firsts.size() != 1) {
            return Optional.empty();
        }
        List<Matrix> chain = new ArrayList<>();
        Matrix next = firsts.getFirst();
        while (next != null) {
            chain.add(next);
            next = byInput.get(next.out());
        }
        return chain.size() == matrices.size() ? Optional.of(chain) : Optional.empty();
    }

    private Refusal unjoined(List<Matrix> matrices) {
        int gap = gap(matrices);
        Matrix before = matrices.get(gap - 1);
        Matrix behind = matrices.get(gap);
        return new Refusal(
                "the matrices of %s do not join: %s gives %d values, but %s behind it takes %d; name those to take, in order, as in --tensors %s"
                        .formatted(
                                file,
                                Quoted.value(before.tensor().name()),
                                before.out(),
                                Quoted.value(behind.tensor().name()),
                                behind.in(),
                                Quoted.value(before.tensor().name())));
    }
}
