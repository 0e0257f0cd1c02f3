package dev.weightscope.bench;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Times one workload in a fresh process, with this one's class path and JVM options: what a
/// workload finds compiled must not depend on the ones before it.
///
/// Both ends of the talk stand here: the words of the process are those that [#main] reads, and it
/// writes an [Answer] as JSON into the file that the last of them names. Its streams belong to the
/// JVM, whose options may print there what they like.
///
/// @param benchmark how the times are taken
/// @param kernel one that this process can run
/// @param threads at least 1
public record WorkloadProcess(Benchmark benchmark, Kernels.Choice kernel, int threads) {
    private static final long MEGABYTE = 1 << 20;

    /// What the process found: the times, or one sentence that says why there are none.
    private record Answer(@Nullable WorkloadTimes times, @Nullable String failure) {}

    /// Starts the process and waits for its times.
    ///
    /// @throws IOException in one sentence, if it fails
    public WorkloadTimes run(Workload workload) throws IOException {
        List<String> options =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(each ->
                                !each.startsWith("-javaagent") && !each.startsWith("-agent"))
                        .toList();
        return run(workload, options);
    }

    /// @param options of the process's JVM
    WorkloadTimes run(Workload workload, List<String> options) throws IOException {
        Path file = Files.createTempFile("weightscope-bench", ".json");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add(WorkloadProcess.class.getName());
            command.add(workload.key());
            command.add(kernel.key());
            command.add(Integer.toString(threads));
            command.add(Integer.toString(benchmark.repetitions()));
            command.add(benchmark.warmUp().toString());
            command.add(file.toString());
            String ending = ending(command);
            Answer answer = read(file);
            if (answer.times != null) {
                return answer.times;
            }
            throw new IOException(
                    answer.failure == null
                            ? "the process that times %s ended with %s"
                                    .formatted(workload.label(), ending)
                            : answer.failure);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Runs a process to its end.
    ///
    /// @return its exit code and its last words, which are those of the JVM that could not go on
    private static String ending(List<String> command) throws IOException {
        // In one stream: of two, the one that is not being read may fill up and stop the process.
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            String lastWords =
                    new String(said.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("\t")) // no trace
                            .reduce("nothing said", (_, last) -> last);
            return "exit code %d: %s".formatted(process.waitFor(), lastWords);
        } catch (InterruptedException _) {
            throw new InterruptedIOException("the benchmark was interrupted");
        } finally {
            process.destroy();
        }
    }

    /// An answer that says nothing, where the process did not come to write one.
    private static Answer read(Path file) throws IOException {
        try {
            return new JsonMapper().readValue(Files.readString(file), Answer.class);
        } catch (JacksonException _) {
            return new Answer(null, null);
        }
    }

    /// Takes the times.
    ///
    /// @param words workload, kernel, threads, repetitions, warm-up, file for the answer
    public static void main(String[] words) throws IOException {
        Workload workload = Keyed.find("workload", Workload.values(), words[0]);
        Kernels.Choice choice = Keyed.find("kernel", Kernels.Choice.values(), words[1]);
        Benchmark benchmark = new Benchmark(Integer.parseInt(words[3]), Duration.parse(words[4]));
        Answer answer;
        try (Kernel kernel = Kernels.choose(choice, Integer.parseInt(words[2]))) {
            answer = new Answer(benchmark.run(workload, kernel), null);
        } catch (OutOfMemoryError _) {
            answer =
                    new Answer(
                            null,
                            "%s needs more than the %d MB of memory that java may take; its option -Xmx allows more"
                                    .formatted(
                                            workload.label(),
                                            Runtime.getRuntime().maxMemory() / MEGABYTE));
        }
        Files.writeString(Path.of(words[5]), new JsonMapper().writeValueAsString(answer));
    }
}
