package dev.weightscope.option;

import dev.weightscope.model.Keyed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A member of a catalogue, by its key.
///
/// @param catalogue asked each time, since one that is read from the class path may be amiss and
///   its sentence must reach the asker
public record OneOf<T extends Keyed>(Supplier<List<T>> catalogue) implements Codec<T> {
    /// A synopsis names no more keys than this.
    private static final int MOST_TO_NAME = 5;

    public static <T extends Keyed> OneOf<T> of(T[] values) {
        List<T> catalogue = List.copyOf(Arrays.asList(values));
        return new OneOf<>(() -> catalogue);
    }

    @Override
    public Form form() {
        return Form.WORD;
    }

    @Override
    public String placeholder() {
        List<String> keys = choices();
        return keys.size() <= MOST_TO_NAME ? String.join("|", keys) : "KEY";
    }

    @Override
    public List<String> choices() {
        return catalogue.get().stream().map(Keyed::key).toList();
    }

    @Override
    public T read(String name, String text) {
        return Keyed.find(name, catalogue.get(), text);
    }

    @Override
    public String write(T value) {
        return value.key();
    }

    @Override
    public T sample(RandomGenerator random) {
        List<T> all = catalogue.get();
        return all.get(random.nextInt(all.size()));
    }
}
