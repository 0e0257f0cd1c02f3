package dev.weightscope.ui.testing;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.time.Duration;
import java.util.stream.IntStream;

/// Answers made up without an engine, for tests of what happens to answers.
public final class Snapshots {
    private Snapshots() {}

    /// An answer whose every tensor has the std that is the experiment's gain.
    public static Snapshot answer(Experiment experiment) {
        TensorStatistics statistics =
                new TensorStatistics(
                        100,
                        0,
                        experiment.gain(),
                        experiment.gain(),
                        experiment.gain(),
                        -1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        new Histogram(-1, 1, new long[] {25, 50, 25}, 0, 0, 0));
        return new Snapshot(
                experiment,
                experiment.effectiveSamples(),
                statistics,
                IntStream.rangeClosed(1, experiment.depth())
                        .mapToObj(layer ->
                                new LayerStatistics(
                                        layer,
                                        experiment.fanIn(layer),
                                        experiment.fanOut(layer),
                                        LayerStatistics.forward(statistics, statistics, statistics),
                                        0,
                                        0))
                        .toList(),
                Duration.ofMillis(21));
    }
}
