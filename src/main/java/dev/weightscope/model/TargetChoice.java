package dev.weightscope.model;

/// Which column of a file is to be learnt: it is never an input.
public sealed interface TargetChoice {
    /// A column named `target`, `label` or `class`, in any case; for training, where there is none,
    /// the last column if it holds text.
    record Guessed() implements TargetChoice {}

    record Last() implements TargetChoice {}

    record None() implements TargetChoice {}

    /// @param name or number, counted from 1
    record Named(String name) implements TargetChoice {}

    /// The choice of a text: `auto`, `last`, `none`, or the column's name.
    ///
    /// @throws Refusal if it is empty
    static TargetChoice parse(String text) {
        return switch (text.strip()) {
            case "auto" -> new Guessed();
            case "last" -> new Last();
            case "none" -> new None();
            case "" -> throw new Refusal("target needs a column's name, last or none");
            default -> new Named(text.strip());
        };
    }

    /// The inverse of [#parse].
    default String text() {
        return switch (this) {
            case Guessed _ -> "auto";
            case Last _ -> "last";
            case None _ -> "none";
            case Named(String name) -> name;
        };
    }
}
