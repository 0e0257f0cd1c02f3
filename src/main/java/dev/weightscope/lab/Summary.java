package dev.weightscope.lab;

import java.util.function.Function;

/// What a list of settings says of the answer to each, beside its name.
///
/// @param name what it is: `std of the last layer`
/// @param text a few characters: `0.123`
public record Summary<A>(String name, Function<A, String> text) {
    public String of(A answer) {
        return text.apply(answer);
    }
}
