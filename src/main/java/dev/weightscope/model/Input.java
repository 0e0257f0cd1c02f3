package dev.weightscope.model;

/// What the first layer sees: samples × features numbers, times the experiment's input scale.
public sealed interface Input {
    /// Independent N(0, 1).
    record StandardNormal() implements Input {}

    /// Independent U(−1, 1), of variance 1/3.
    record Uniform() implements Input {}

    /// The first rows of a file.
    record Table(DataTable data) implements Input {}

    /// As on a command line: `normal`, `uniform`, or the file.
    default String text() {
        return switch (this) {
            case StandardNormal _ -> "normal";
            case Uniform _ -> "uniform";
            case Table(DataTable data) -> data.source();
        };
    }
}
