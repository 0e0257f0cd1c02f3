package dev.weightscope.ui.experiment;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DrawnData;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Input;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// An entry of the input choice.
sealed interface InputOption {
    /// A law, or the table that is in force.
    record Ready(Input input) implements InputOption {}

    /// A data set that comes with the program, read when it is picked.
    record Bundled(BundledData data) implements InputOption {}

    /// A data set that is drawn when it is picked.
    record Drawn(DrawnData data) implements InputOption {}

    /// What can be picked, whatever is in force.
    List<InputOption> ALL =
            Stream.of(
                            Stream.of(
                                    new Ready(new Input.StandardNormal()),
                                    new Ready(new Input.Uniform())),
                            Arrays.stream(BundledData.values()).map(Bundled::new),
                            Arrays.stream(DrawnData.values()).map(Drawn::new))
                    .<InputOption>flatMap(each -> each)
                    .toList();

    /// What can be picked while `shown` is in force: a file's own entry among it.
    static List<InputOption> with(InputOption shown) {
        return ALL.contains(shown) ? ALL : Stream.concat(ALL.stream(), Stream.of(shown)).toList();
    }

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
