package dev.weightscope.option;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// A value with a text of its own kind.
///
/// @param choices the fixed texts among those that it takes
/// @param samples texts like those that people type, at least one
/// @param reader the value of a text
/// @param writer the inverse of `reader`
public record TextCodec<T>(
        Form form,
        String placeholder,
        List<String> choices,
        List<String> samples,
        Reader<T> reader,
        Function<T, String> writer)
        implements Codec<T> {
    /// @param <T> what is read
    @FunctionalInterface
    public interface Reader<T> {
        /// As [Codec#read].
        T read(String name, String text);
    }

    public TextCodec {
        choices = List.copyOf(choices);
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no sample of " + placeholder);
        }
    }

    @Override
    public T read(String name, String text) {
        return reader.read(name, text);
    }

    @Override
    public String write(T value) {
        return writer.apply(value);
    }

    @Override
    public T sample(RandomGenerator random) {
        return read("sample", samples.get(random.nextInt(samples.size())));
    }
}
