package dev.weightscope.cli;

import dev.weightscope.bench.Benchmark;
import dev.weightscope.bench.Workload;
import dev.weightscope.bench.WorkloadTimes;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Times one workload in a fresh process, with this one's class path and JVM options: what a
/// workload finds compiled must not depend on the ones before it.
///
/// Both ends of the talk stand here: the words of the process are those that [#main] reads, and its
/// last line is a [WorkloadTimes] as JSON.
final class WorkloadProcess {
    private WorkloadProcess() {}

    /// Starts the process and waits for its times.
    ///
    /// @throws IOException saying what the process said, if it fails
    static WorkloadTimes run(Workload workload, BenchSettings settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agent"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(WorkloadProcess.class.getName());
        command.add(workload.key());
        command.add(settings.choice().key());
        command.add(Integer.toString(settings.threads()));
        command.add(Integer.toString(settings.repetitions()));
        command.add(settings.warmUp().toString());

        String output = output(command);
        try {
            return new JsonMapper()
                    .readValue(output.lines().reduce("", (_, last) -> last), WorkloadTimes.class);
        } catch (JacksonException _) {
            throw new IOException(
                    "the process that times %s failed: %s".formatted(workload.label(), output));
        }
    }

    private static String output(List<String> command) throws IOException {
        // In one stream: of two, the one that is not being read may fill up and stop the process.
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }

    /// Takes the times.
    ///
    /// @param words workload, kernel, threads, repetitions, warm-up
    public static void main(String[] words) {
        Workload workload = Keyed.find("workload", Workload.values(), words[0]);
        Kernels.Choice choice = Keyed.find("kernel", Kernels.Choice.values(), words[1]);
        Benchmark benchmark = new Benchmark(Integer.parseInt(words[3]), Duration.parse(words[4]));
        try (Kernel kernel = Kernels.choose(choice, Integer.parseInt(words[2]))) {
            System.out.println(
                    new JsonMapper().writeValueAsString(benchmark.run(workload, kernel)));
        }
    }
}
