package dev.weightscope.ui.experiment;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DrawnData;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Input;

/// An entry of the input choice.
sealed interface InputOption {
    /// A law, or the table that is in force.
    record Ready(Input input) implements InputOption {}

    /// A data set that comes with the program, read when it is picked.
    record Bundled(BundledData data) implements InputOption {}

    /// A data set that is drawn when it is picked.
    record Drawn(DrawnData data) implements InputOption {}

    /// The entry that stands for an input.
    static InputOption of(Input input) {
        return switch (input) {
            case Input.StandardNormal _, Input.Uniform _ -> new Ready(input);
            case Input.Table(var table) ->
                    BundledData.withKey(table.source())
                            .<InputOption>map(Bundled::new)
                            .or(() -> DrawnData.withKey(table.source()).map(Drawn::new))
                            .orElse(new Ready(input));
        };
    }

    default String label() {
        return switch (this) {
            case Ready(Input.StandardNormal _) -> "Standard normal";
            case Ready(Input.Uniform _) -> "Uniform in −1..1";
            case Ready(Input.Table(var table)) -> FileName.of(table.source());
            case Bundled(BundledData data) -> data.label();
            case Drawn(DrawnData data) -> data.label();
        };
    }

    /// Where there is little room, or sizes stand beside it.
    default String shortLabel() {
        return this instanceof Bundled(BundledData data) ? data.shortLabel() : label();
    }
}
