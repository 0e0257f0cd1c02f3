package dev.weightscope.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// What computes, for people.
///
/// @param description a few words: `vector of 16 lanes, 2 threads`; asked again with each answer
///   and after each change, since a kernel may change its form
/// @param reason why this one; asked when somebody wants to know, since it loads what computes in
///   vectors
/// @param changes takes what is to be called on the toolkit's thread after a change
public record KernelNote(
        Supplier<String> description, Supplier<String> reason, Consumer<Runnable> changes) {
    String text() {
        return description.get();
    }

    String explanation() {
        return "Kernel: %s; %s".formatted(text(), reason.get());
    }
}
