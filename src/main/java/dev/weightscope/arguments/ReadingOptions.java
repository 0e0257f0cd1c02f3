package dev.weightscope.arguments;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.option.Option;
import java.util.List;

/// How an experiment's table is read: [DataOptions], of an experiment.
final class ReadingOptions {
    /// A table that is the input already is read again.
    static final List<Option<Experiment, ?>> ALL =
            DataOptions.ALL.list().stream()
                    .<Option<Experiment, ?>>map(option ->
                            option.within(Experiment::reading, ReadingOptions::withReading))
                    .toList();

    private ReadingOptions() {}

    private static Experiment withReading(Experiment experiment, DataReading reading) {
        Experiment changed = experiment.withReading(reading);
        return experiment.input() instanceof Input.Table(var table)
                        && !reading.equals(experiment.reading())
                ? changed.withInput(ExperimentCodecs.input(table.source(), reading))
                : changed;
    }
}
