package dev.weightscope.lab;

import java.util.function.Function;

/// What a list of settings says of the answer to each, beside its name: a column of the list.
///
/// @param name what it is: `std of the last layer`
/// @param head the same in as few words as the head of a narrow column has room for: `last std`
/// @param text a few characters: `0.123`
public record Summary<A>(String name, String head, Function<A, String> text) {
    public Summary(String name, Function<A, String> text) {
        this(name, name, text);
    }

    public String of(A answer) {
        return text.apply(answer);
    }
}
