package dev.weightscope.ui;

import java.util.function.Supplier;

/// What computes, for people.
///
/// @param description a few words: `vector of 16 lanes, 2 threads`; asked again with each answer,
///   since a kernel may change its form
/// @param reason why this one
public record KernelNote(Supplier<String> description, String reason) {
    String text() {
        return description.get();
    }
}
