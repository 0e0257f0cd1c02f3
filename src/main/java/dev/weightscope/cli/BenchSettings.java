package dev.weightscope.cli;

import dev.weightscope.bench.Benchmark;
import dev.weightscope.bench.Workload;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Keyed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// How to time.
///
/// @param repetitions of each time, at least 1
/// @param threads of the kernel, at least 1
/// @param warmUp before times are taken
record BenchSettings(
        List<Workload> workloads,
        int repetitions,
        int threads,
        Kernels.Choice choice,
        Duration warmUp) {
    private static final int USUAL_REPETITIONS = 7;

    /// @throws InvalidExperimentException in one sentence, if a word is none of those it may be
    static BenchSettings of(ParseResult parsed, EngineSettings engine) {
        String all =
                Arrays.stream(Workload.values()).map(Keyed::key).collect(Collectors.joining(","));
        return new BenchSettings(
                workloads(parsed.matchedOptionValue(CommandSpecs.WORKLOADS, all)),
                WholeOption.read(parsed, CommandSpecs.REPS, USUAL_REPETITIONS, 1, 1000),
                engine.threads(),
                engine.kernel(),
                Duration.ofSeconds(
                        WholeOption.read(
                                parsed,
                                CommandSpecs.WARM_UP,
                                (int) Benchmark.USUAL_WARM_UP.toSeconds(),
                                0,
                                600)));
    }

    /// The form that was chosen, as it is from the start: no other one stands in for it until it is
    /// compiled.
    Kernel kernel() {
        return Kernels.choose(choice, threads);
    }

    private static List<Workload> workloads(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(key -> Keyed.find("workload", Workload.values(), key))
                .distinct()
                .toList();
    }
}
