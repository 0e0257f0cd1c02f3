package dev.weightscope.weights;

import dev.weightscope.model.Layout;
import dev.weightscope.model.Layouts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which tensors of a file are the weights and biases of layers, and how they lie, by their names
/// and shapes.
///
/// A weight lies as the length of the bias beside it says, if that is the size of one side alone;
/// else as its name says: `kernel` is Keras' and Flax', `weight` PyTorch's; and without either as
/// in `X @ W`.
public final class LayerGuess {
    private static final Pattern EMBEDDING =
            Pattern.compile("(?i).*(embed|\\bwte\\b|\\bwpe\\b).*", Pattern.DOTALL);
    private static final List<Words> WORDS =
            List.of(new Words("weight", "bias"), new Words("kernel", "bias"), new Words("W", "b"));

    /// What weights and the biases beside them are called.
    private record Words(String weight, String bias) {}

    private final Map<String, Tensor> byName = new HashMap<>();
    private final Layouts chosen;

    /// @param tensors of one file
    /// @param chosen holds, whatever names and biases say
    public LayerGuess(List<Tensor> tensors, Layouts chosen) {
        tensors.forEach(each -> byName.put(each.name(), each));
        this.chosen = chosen;
    }

    /// The connections of a weight, or, of a bias, those of the weight beside it. Empty for what is
    /// neither, and for an embedding, whose rows are looked up and not summed.
    public Optional<Fans> fans(Tensor tensor) {
        return switch (tensor.shape().size()) {
            case 0 -> Optional.empty();
            case 1 ->
                    WORDS.stream()
                            .flatMap(each -> beside(tensor, each.bias(), each.weight()).stream())
                            .findFirst()
                            .flatMap(this::ofWeight);
            default -> ofWeight(tensor);
        };
    }

    private Optional<Fans> ofWeight(Tensor weight) {
        List<Long> shape = weight.shape();
        boolean isTable = shape.size() == 2 && EMBEDDING.matcher(weight.name()).matches();
        if (shape.size() < 2 || isTable) {
            return Optional.empty();
        }
        Layout layout =
                chosen.of(weight.name())
                        .or(() -> byBias(weight))
                        .orElseGet(() -> byName(weight.name()));
        long in = layout.inputs(shape);
        long out = layout.outputs(shape);
        // Of a weight without elements no area is known.
        long fanIn = out == 0 ? 0 : weight.count() / out;
        long fanOut = in == 0 ? 0 : weight.count() / in;
        return Optional.of(new Fans(layout, fanIn, fanOut));
    }

    /// The vector that is called as the bias beside a weight would be; of any length.
    public Optional<Tensor> bias(Tensor weight) {
        return WORDS.stream()
                .flatMap(each -> beside(weight, each.weight(), each.bias()).stream())
                .filter(each -> each.shape().size() == 1)
                .findFirst();
    }

    private Optional<Layout> byBias(Tensor weight) {
        long outputs = bias(weight).map(Tensor::count).orElse(-1L);
        boolean first = Layout.OUT_IN.outputs(weight.shape()) == outputs;
        boolean last = Layout.IN_OUT.outputs(weight.shape()) == outputs;
        return first == last
                ? Optional.empty()
                : Optional.of(first ? Layout.OUT_IN : Layout.IN_OUT);
    }

    private static Layout byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("weight") && !lower.contains("kernel")
                ? Layout.OUT_IN
                : Layout.IN_OUT;
    }

    /// The tensor whose name has another word in place of the last `word`.
    private Optional<Tensor> beside(Tensor tensor, String word, String other) {
        String name = tensor.name();
        int at = name.lastIndexOf(word);
        return at < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        byName.get(
                                name.substring(0, at)
                                        + other
                                        + name.substring(at + word.length())));
    }
}
