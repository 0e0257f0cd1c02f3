package dev.weightscope.cli;

import dev.weightscope.bench.Workload;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// How to time.
///
/// @param repetitions of each time, at least 1
/// @param threads of the kernel, at least 1
/// @param warmUp how long to run before times are taken; each product is timed for as long
record BenchSettings(
        List<Workload> workloads,
        int repetitions,
        int threads,
        Kernels.Choice choice,
        Duration warmUp) {
    /// @throws Refusal in one sentence, if a word is none of those it may be
    static BenchSettings of(ParseResult parsed, EngineSettings engine) {
        String all =
                Arrays.stream(Workload.values()).map(Keyed::key).collect(Collectors.joining(","));
        return new BenchSettings(
                workloads(parsed.matchedOptionValue(CommandSpecs.WORKLOADS, all)),
                BenchOption.REPETITIONS.of(parsed),
                engine.threads(),
                engine.kernel(),
                Duration.ofSeconds(BenchOption.WARM_UP.of(parsed)));
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
