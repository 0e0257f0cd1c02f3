package dev.weightscope.ui.experiment;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DrawnData;
import dev.weightscope.model.Input;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The inputs that there are to pick; apart from [InputOption], which must not begin with entries
/// of its own kinds.
final class InputOptions {
    /// What can be picked, whatever is in force.
    static final List<InputOption> ALL =
            Stream.of(
                            Stream.of(
                                    new InputOption.Ready(new Input.StandardNormal()),
                                    new InputOption.Ready(new Input.Uniform())),
                            Arrays.stream(BundledData.values()).map(InputOption.Bundled::new),
                            Arrays.stream(DrawnData.values()).map(InputOption.Drawn::new))
                    .<InputOption>flatMap(each -> each)
                    .toList();

    private InputOptions() {}

    /// What can be picked while `shown` is in force: a file's own entry among it.
    static List<InputOption> with(InputOption shown) {
        return ALL.contains(shown) ? ALL : Stream.concat(ALL.stream(), Stream.of(shown)).toList();
    }
}
