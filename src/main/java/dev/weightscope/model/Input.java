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

    /// For captions: `1000 standard normal samples`, `1 sample of breast-cancer`, `3 samples of
    /// data.csv`; of a file its name alone, since paths are long.
    default String label(int samples) {
        String noun = samples == 1 ? "sample" : "samples";
        return switch (this) {
            case StandardNormal _ -> samples + " standard normal " + noun;
            case Uniform _ -> samples + " uniform " + noun;
            case Table(DataTable data) ->
                    samples + " " + noun + " of " + FileName.of(data.source());
        };
    }

    /// How a file was read, with its name ([DataTable#summary]); empty for draws.
    default String readingNote() {
        return this instanceof Table(DataTable data)
                ? "%s: %s".formatted(Quoted.path(data.source()), data.summary())
                : "";
    }
}
