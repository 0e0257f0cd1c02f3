package dev.weightscope.export;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.time.Duration;
import java.util.List;

/// Small snapshots whose every number is known.
final class Snapshots {
    static final Experiment EXPERIMENT =
            ExperimentText.parse(
                    "--widths 3,2,2 --initializer normal --std 0.5 --samples 4 --bins 3");

    static final TensorStatistics ORDINARY =
            new TensorStatistics(
                    8,
                    0.1,
                    1.25,
                    1.5,
                    0.75,
                    -2,
                    0.1f,
                    0.125,
                    0.25,
                    0,
                    0,
                    new Histogram(-1, 1, new long[] {1, 2, 3}, 1, 1, 0));

    static final TensorStatistics BEYOND =
            new TensorStatistics(
                    8,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    Float.NEGATIVE_INFINITY,
                    Float.POSITIVE_INFINITY,
                    0,
                    0,
                    5,
                    2,
                    new Histogram(-1, 1, new long[] {0, 1, 0}, 0, 0, 7));

    static final TensorStatistics SMALL =
            new TensorStatistics(
                    6,
                    0,
                    1e-8,
                    1e-8,
                    1e-8,
                    -6e-8f,
                    6e-8f,
                    0.5,
                    0,
                    0,
                    0,
                    new Histogram(-1, 1, new long[] {0, 6, 0}, 0, 0, 0));

    private Snapshots() {}

    /// Its second layer is beyond float32.
    static Snapshot overflowing() {
        return new Snapshot(
                EXPERIMENT,
                4,
                ORDINARY,
                List.of(
                        new LayerStatistics(
                                1,
                                3,
                                2,
                                LayerStatistics.forward(ORDINARY, ORDINARY, ORDINARY),
                                0,
                                0),
                        new LayerStatistics(
                                2, 2, 2, LayerStatistics.forward(ORDINARY, BEYOND, BEYOND), 7, 3)),
                Duration.ofMillis(3));
    }

    /// Three rows where four were asked for, and a second layer half of which float16 flushes.
    static Snapshot flushing() {
        return new Snapshot(
                EXPERIMENT.withFormat(NumberFormat.FLOAT16),
                3,
                ORDINARY,
                List.of(
                        new LayerStatistics(
                                1,
                                3,
                                2,
                                LayerStatistics.forward(ORDINARY, ORDINARY, ORDINARY),
                                0,
                                0),
                        new LayerStatistics(
                                2, 2, 2, LayerStatistics.forward(ORDINARY, SMALL, SMALL), 3, 0)),
                Duration.ofMillis(3));
    }
}
