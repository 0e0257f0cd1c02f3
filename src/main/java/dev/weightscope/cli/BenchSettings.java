package dev.weightscope.cli;

import dev.weightscope.bench.Benchmark;
import dev.weightscope.bench.Workload;
import java.time.Duration;
import java.util.List;

/// How to time.
///
/// @param repetitions of each time, at least 1
/// @param warmUp how long to run before times are taken; each product is timed for as long
/// @param steps of each drag in the window
/// @param races in the window, one after the other; with none nothing is trained in it
/// @param forward whether the window computes no gradients while it is dragged in
record BenchSettings(
        List<Workload> workloads,
        int repetitions,
        Duration warmUp,
        int steps,
        int races,
        boolean forward) {
    /// Five seconds of each drag.
    static final BenchSettings DEFAULT =
            new BenchSettings(
                    List.of(Workload.values()), 7, Benchmark.USUAL_WARM_UP, 300, 5, false);

    BenchSettings {
        workloads = List.copyOf(workloads);
    }

    BenchSettings withWorkloads(List<Workload> newWorkloads) {
        return new BenchSettings(newWorkloads, repetitions, warmUp, steps, races, forward);
    }

    BenchSettings withRepetitions(int newRepetitions) {
        return new BenchSettings(workloads, newRepetitions, warmUp, steps, races, forward);
    }

    BenchSettings withWarmUp(Duration newWarmUp) {
        return new BenchSettings(workloads, repetitions, newWarmUp, steps, races, forward);
    }

    BenchSettings withSteps(int newSteps) {
        return new BenchSettings(workloads, repetitions, warmUp, newSteps, races, forward);
    }

    BenchSettings withRaces(int newRaces) {
        return new BenchSettings(workloads, repetitions, warmUp, steps, newRaces, forward);
    }

    BenchSettings withForward(boolean newForward) {
        return new BenchSettings(workloads, repetitions, warmUp, steps, races, newForward);
    }
}
