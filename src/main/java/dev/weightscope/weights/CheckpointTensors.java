package dev.weightscope.weights;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.weights.Pickled.Entries;
import dev.weightscope.weights.Pickled.Flag;
import dev.weightscope.weights.Pickled.Global;
import dev.weightscope.weights.Pickled.Items;
import dev.weightscope.weights.Pickled.Nothing;
import dev.weightscope.weights.Pickled.Real;
import dev.weightscope.weights.Pickled.Storage;
import dev.weightscope.weights.Pickled.Text;
import dev.weightscope.weights.Pickled.View;
import dev.weightscope.weights.Pickled.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Finds the tensors in what a pickle holds; each is called by the keys that lead to it, with dots
/// between. Texts and numbers of maps are notes.
final class CheckpointTensors {
    private static final int MOST_NESTING = 64;

    /// Of all names together, and of as many values without one: a value may lie in any number of
    /// lists, and so come up any number of times.
    private static final long MOST_CHARACTERS = 1L << 26;

    private static final int CHARACTERS_OF_ANY = 16;

    private final Source source;
    private final BiFunction<String, View, Tensor> reading;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private long characters;

    /// @param reading makes a tensor of its name and what the pickle says of it
    private CheckpointTensors(Source source, BiFunction<String, View, Tensor> reading) {
        this.source = source;
        this.reading = reading;
    }

    static Format.Contents of(
            Source source, Pickled root, BiFunction<String, View, Tensor> reading) {
        CheckpointTensors found = new CheckpointTensors(source, reading);
        found.visit(root instanceof View ? "tensor" : "", root, 0);
        return new Format.Contents(found.notes, List.copyOf(found.tensors.values()));
    }

    private void visit(String name, Pickled value, int depth) {
        characters += CHARACTERS_OF_ANY + name.length();
        if (depth > MOST_NESTING || characters > MOST_CHARACTERS) {
            throw wrong("its lists and maps are nested too deep, or hold each other");
        }
        switch (value) {
            case View view -> {
                if (tensors.put(name, reading.apply(name, view)) != null) {
                    throw wrong("tensor %s stands twice".formatted(Quoted.of(name)));
                }
            }
            case Entries(Map<String, Pickled> entries) ->
                    entries.forEach((key, each) -> visit(under(name, key), each, depth + 1));
            case Items(List<Pickled> items) -> visitAll(name, items, depth + 1);
            case Text(String text) -> notes.put(name, text);
            case Whole(long number) -> notes.put(name, String.valueOf(number));
            case Real(double number) -> notes.put(name, Numbers.plain(number));
            case Flag(boolean isTrue) -> notes.put(name, String.valueOf(isTrue));
            case Global _, Storage _, Nothing _ -> {}
        }
    }

    /// Numbers of a list have no name and are passed over.
    private void visitAll(String name, List<Pickled> items, int depth) {
        for (int i = 0; i < items.size(); i++) {
            Pickled item = items.get(i);
            if (item instanceof View || item instanceof Entries || item instanceof Items) {
                visit(under(name, String.valueOf(i)), item, depth);
            }
        }
    }

    private static String under(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private Refusal wrong(String what) {
        return source.refused("is no valid checkpoint of PyTorch: " + what);
    }
}
