package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.registry.Labs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same experiments in processes as they would be on other machines: with other kernels,
/// threads, vectors and instructions.
class SameBitsTest {
    private static final List<String> EXPERIMENTS = experiments();

    private static final List<Integer> ALL = everyOf(1);
    private static final List<Integer> HALF = everyOf(2);

    /// Software stands in for fused multiply-add where it is missing, a thousand times slower.
    private static final List<Integer> FEW = ALL.subList(0, 2);

    @TempDir Path directory;

    private static List<Integer> everyOf(int stride) {
        return IntStream.range(0, EXPERIMENTS.size()).filter(i -> i % stride == 0).boxed().toList();
    }

    /// @param jvm options of java
    /// @param program options of the program
    /// @param experiments places in the list
    private record Machine(List<String> jvm, List<String> program, List<Integer> experiments) {
        static Machine of(String jvm, String program, List<Integer> experiments) {
            return new Machine(words(jvm), words(program), experiments);
        }
    }

    /// The widest and the usual vectors and the plain kernel run all; what differs from one of them
    /// in one respect alone runs every second.
    private static List<Machine> machines() {
        String module = "--add-modules=jdk.incubator.vector ";
        // Without vectors the first compiler's code is as good, and there sooner.
        String plain = "-XX:TieredStopAtLevel=1 ";
        return List.of(
                Machine.of(
                        module + "-XX:UseAVX=3 -XX:MaxVectorSize=64",
                        "--kernel vector --threads 1",
                        ALL),
                Machine.of(module + "-XX:MaxVectorSize=32", "--kernel vector --threads 2", ALL),
                Machine.of(module + "-XX:MaxVectorSize=16", "--kernel vector --threads 3", HALF),
                Machine.of(module + "-XX:UseAVX=2", "--kernel vector --threads 7 --cache 0", HALF),
                Machine.of(module + "-XX:UseAVX=3", "--kernel auto --threads 2", FEW),
                Machine.of(module + "-XX:MaxVectorSize=8", "--kernel auto --threads 3", HALF),
                Machine.of("-XX:UseAVX=2", "--kernel scalar --threads 7", ALL),
                Machine.of(plain + "-XX:MaxVectorSize=16", "--kernel auto", HALF),
                Machine.of(plain + "-XX:-UseFMA", "--kernel scalar --threads 2", FEW),
                Machine.of(module + "-XX:-UseFMA", "--kernel vector", FEW));
    }

    /// Every initializer, activation and number format, between widths that no vector divides;
    /// values that overflow and vanish; one row and many.
    private static List<String> experiments() {
        InitializerScheme[] schemes = InitializerScheme.values();
        ActivationFunction[] functions = ActivationFunction.values();
        NumberFormat[] formats = NumberFormat.values();
        Stream<String> families =
                IntStream.range(0, Math.max(schemes.length, functions.length))
                        .mapToObj(i ->
                                ("--widths 37,64,65,129 --samples 17 --initializer %s"
                                                + " --activation %s --format %s")
                                        .formatted(
                                                schemes[i % schemes.length].key(),
                                                functions[i % functions.length].key(),
                                                formats[i % formats.length].key()));
        Stream<String> few =
                Stream.of(
                        "--depth 2 --width 1 --samples 1 --bias uniform --input uniform",
                        "--widths 5,17,3 --samples 9 --activation gelu --bias normal");
        Stream<String> others =
                Stream.of(
                        "--preset exploding-chain --width 33 --depth 60 --samples 3",
                        "--preset vanishing-chain --width 31 --depth 40",
                        "--depth 1 --width 65 --samples 1025 --bias normal --range own",
                        "--widths 1024,300,40 --samples 600 --activation elu",
                        "--widths 90,70,50 --samples 700 --activation gelu --backward",
                        "--input digits --widths 64,65,10 --samples 100 --activation gelu");
        return Stream.of(few, families, others, thereAndBack()).flatMap(each -> each).toList();
    }

    /// Every norm with every skip, between widths that fit a skip and widths that do not.
    private static Stream<String> thereAndBack() {
        Normalization[] norms = Normalization.values();
        ActivationFunction[] functions = ActivationFunction.values();
        NumberFormat[] formats = NumberFormat.values();
        List<String> skips =
                List.of("none", "one --branch-scale depth", "two --branch-scale depth");
        return IntStream.range(0, norms.length * skips.size())
                .mapToObj(i ->
                        ("--backward --widths 33,65,65,65,65,17 --samples 130 --norm %s --skip %s"
                                        + " --activation %s --format %s")
                                .formatted(
                                        norms[i % norms.length].key(),
                                        skips.get(i % skips.size()),
                                        functions[i % functions.length].key(),
                                        formats[i / 3 % formats.length].key()));
    }

    @Test
    void anExperimentGivesTheSameBytesInEveryProcess() {
        List<String> expected =
                run(Machine.of("-XX:TieredStopAtLevel=1", "--kernel scalar --threads 1", ALL));
        assertEquals(EXPERIMENTS.size(), expected.size());
        assertTrue(expected.stream().anyMatch(json -> json.contains("\"max\":\"Infinity\"")));
        assertTrue(expected.stream().anyMatch(json -> json.matches(".*\"nan\":[1-9].*")));

        List<Machine> machines = machines();
        List<List<String>> outputs = machines.parallelStream().map(this::run).toList();
        int checked = 0;
        for (int i = 0; i < machines.size(); i++) {
            List<String> actual = outputs.get(i);
            List<Integer> experiments = machines.get(i).experiments();
            assertEquals(experiments.size(), actual.size());
            for (int j = 0; j < actual.size(); j++) {
                int experiment = experiments.get(j);
                String which = EXPERIMENTS.get(experiment) + " in " + machines.get(i);
                assertEquals(expected.get(experiment), actual.get(j), which);
                checked++;
            }
        }
        assertEquals(3 * ALL.size() + 4 * HALF.size() + 3 * FEW.size(), checked);
    }

    /// @return a line for each experiment
    private List<String> run(Machine machine) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // where a processor has no such option or width, the JVM goes on, and may say so
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC"); // a dozen at once, each soon over
        command.addAll(machine.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(SameBitsTest.class.getName());
        command.add(
                machine.experiments().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
        command.addAll(machine.program());
        try {
            Path out = Files.createTempFile(directory, "out", "");
            Path err = Files.createTempFile(directory, "err", "");
            int exitCode =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start()
                            .waitFor();
            assertEquals(0, exitCode, machine + ": " + Files.readString(err));
            return Files.readAllLines(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + machine);
        }
    }

    /// The other end: prints a line for each experiment, as the program does.
    ///
    /// @param words the experiments' places, then options of the program
    public static void main(String[] words) {
        CommandLineInterface program =
                CommandLineInterface.onStandardStreams(new FakeWindow(_ -> false), Labs.ALL);
        List<String> options = Arrays.asList(words).subList(1, words.length);
        for (String place : words[0].split(",")) {
            List<String> line = new ArrayList<>(List.of("run", "--json"));
            line.addAll(words(EXPERIMENTS.get(Integer.parseInt(place))));
            line.addAll(options);
            int exitCode = program.run(line.toArray(String[]::new));
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
