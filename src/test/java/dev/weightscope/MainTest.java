package dev.weightscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.tk.quantum.QuantumToolkit;
import com.sun.prism.impl.PrismSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts the program as a process of its own.
class MainTest {
    private static final String MAY_LOAD =
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    @TempDir Path directory;

    private record Outcome(int exitCode, List<String> out, List<String> err) {}

    @Test
    void aMistakeIsOneLineAndExitCodeTwo() throws Exception {
        assertEquals(
                new Outcome(
                        2,
                        List.of(),
                        List.of("gain \"abc\" is not a number; write for example 0.5")),
                start(List.of(), "", "run", "--gain", "abc"));
    }

    @Test
    void withoutTheModuleThereIsTheScalarKernelAlone() throws Exception {
        assertEquals(
                "kernel: scalar, 2 threads (automatic: there is no module jdk.incubator.vector)",
                start(List.of(), "", "--threads", "2", "--version").out().getLast());
        assertEquals(
                new Outcome(
                        2,
                        List.of(),
                        List.of(
                                "kernel vector needs java's option --add-modules"
                                        + " jdk.incubator.vector; without it there is scalar")),
                start(List.of(), "", "--kernel", "vector"));
    }

    @Test
    void theModuleOfVectorsIsLoadedWhenItIsNeededAndNotBefore() throws Exception {
        Outcome version = start(List.of(MAY_LOAD), "", "--kernel", "vector", "--version");

        assertEquals(List.of(), version.err());
        assertTrue(version.out().getLast().startsWith("kernel: vector of "), version::toString);
    }

    /// What the packaged application's cache is made from: with a class of that module there would
    /// be none.
    @Test
    void theRehearsalOfAStartShowsTheWindowAndLoadsNothingOfTheModuleOfVectors() throws Exception {
        Outcome outcome =
                startIn(
                        directory,
                        List.of(
                                MAY_LOAD,
                                "-XX:TieredStopAtLevel=1", // soon over
                                "-Xlog:class+load:file=classes.log",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw"),
                        "",
                        StartRehearsal.class);

        assertEquals(List.of(), outcome.err());
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().getFirst().startsWith("Tanh · "));
        assertTrue(new JsonMapper().readTree(outcome.out().getLast()).has("experiment"));
        String classes = Files.readString(directory.resolve("classes.log"));
        assertTrue(classes.contains(" dev.weightscope.ui.StatusLine "));
        assertFalse(classes.contains(" jdk.incubator.vector."));
    }

    @Test
    void theToolkitMakesMoreFramesInMorePartsThanUsualUnlessAPersonHasChosenHowMany()
            throws Exception {
        record Case(List<String> jvmOptions, String rate, String property, String parts) {}
        Case[] table = {
            // The rate's is no longer set, or animations would tell of it.
            new Case(List.of(), "120", "null", "12"),
            new Case(
                    List.of("-Djavafx.animation.pulse=30", "-Dprism.dirtyregioncount=3"),
                    "30",
                    "30",
                    "3"),
        };
        int checked = 0;
        for (Case each : table) {
            Outcome outcome = startIn(directory, each.jvmOptions, "", RateProbe.class);
            assertEquals(List.of(), outcome.err());
            assertEquals(List.of(each.rate, each.property, each.parts), outcome.out());
            checked++;
        }
        assertEquals(2, checked);
    }

    /// Says which rate the toolkit would have, what its property is, and in how many parts it would
    /// paint.
    static final class RateProbe {
        private RateProbe() {}

        public static void main(String[] arguments) {
            FrameRate.raise();
            PaintedParts.raise();
            System.out.println(new QuantumToolkit().getRefreshRate());
            System.out.println(System.getProperty(FrameRate.PROPERTY));
            System.out.println(PrismSettings.dirtyRegionCount);
        }
    }

    @Test
    void aCommandLoadsNoClassOfTheToolkit() throws Exception {
        List<String> loaded =
                start(List.of("-Xlog:class+load:file=classes.log"), "", "run", "--depth", "1")
                        .out();
        assertTrue(loaded.stream().anyMatch(line -> line.contains("1 layer of 500")));
        String classes = Files.readString(directory.resolve("classes.log"));
        assertTrue(classes.contains("dev.weightscope.cli.LabCommand"));
        assertFalse(classes.contains(" javafx."));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayPicturesAndTableStandInForTheWindow() throws Exception {
        int checked = 0;
        for (String display : new String[] {"", ":4093"}) {
            Path place = Files.createDirectory(directory.resolve("display" + checked));
            Outcome outcome = startIn(place, List.of(), display, Main.class);

            assertEquals(0, outcome.exitCode(), display);
            assertEquals(List.of(), outcome.err(), display);
            assertTrue(outcome.out().getFirst().startsWith("There is no display"), display);
            assertTrue(Files.exists(place.resolve("weightscope-export/all.png")), display);
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void theWindowIsDraggedAndTimedWithoutADisplay() throws Exception {
        Outcome outcome =
                start(
                        List.of(),
                        "",
                        "bench",
                        "ui",
                        "--json",
                        "--steps",
                        "10",
                        "--races",
                        "0",
                        "--forward");

        assertEquals(List.of(), outcome.err());
        assertEquals(0, outcome.exitCode());
        JsonNode json = new JsonMapper().readTree(outcome.out().getFirst());
        assertEquals("Headless", json.get("platform").asString());
        assertEquals(10, json.get("steps").asInt());
        int checked = 0;
        for (String name : List.of("gain", "width", "depth")) {
            JsonNode drag = json.get("drags").get(name);
            assertEquals(10, drag.get("events").asInt(), name);
            assertTrue(drag.get("paints").asInt() >= 1, name);
            double p50 = drag.get("p50").asDouble();
            assertTrue(p50 > 0 && p50 <= drag.get("p95").asDouble(), name);
            assertTrue(p50 <= drag.get("whole").get("p50").asDouble(), name);
            assertTrue(drag.get("longestStall").asDouble() > 0, name);
            double missed = drag.get("missedFrames").asDouble();
            assertTrue(missed >= 0 && missed < 1, name);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatDoesNotAnswerIsOneSentence() throws Exception {
        assertEquals(
                new Outcome(
                        1,
                        List.of(),
                        List.of(
                                "no window could be opened on the display localhost:4093; without"
                                        + " the variable DISPLAY the window is made in memory")),
                start(List.of(), "localhost:4093", "bench", "ui", "--steps", "10"));
    }

    private Outcome start(List<String> jvmOptions, String display, String... arguments)
            throws IOException, InterruptedException {
        return startIn(directory, jvmOptions, display, Main.class, arguments);
    }

    private static Outcome startIn(
            Path place,
            List<String> jvmOptions,
            String display,
            Class<?> program,
            String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC"); // starts faster
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectOutput(place.resolve("out").toFile())
                        .redirectError(place.resolve("err").toFile());
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return new Outcome(
                process.exitValue(),
                Files.readAllLines(place.resolve("out")),
                Files.readAllLines(place.resolve("err")));
    }
}
