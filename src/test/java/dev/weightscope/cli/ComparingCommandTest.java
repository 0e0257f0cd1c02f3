package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PngFile;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.GrowingLab;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.sweep.SweepLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command of a lab that compares settings and takes long.
class ComparingCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);
    private static final List<Lab<?, ?>> LABS =
            List.of(new ToyLab(), new GrowingLab(), new SweepLab());

    @Test
    void pinsStandBelowTheExperimentByTheNamesThatTheyHaveInTheWindow() {
        assertEquals(
                new Outcome(
                        0,
                        """
                        label  power  value.exact
                         Xavier uniform, gain 2      1            2
                         Xavier uniform, gain 2      2            4
                        Normal, std 0.5, gain 3      1            3
                        Normal, std 0.5, gain 3      2            9\
                        """,
                        ""),
                stripped(
                        run(
                                "grow",
                                "--gain",
                                "2",
                                "--powers",
                                "2",
                                "--pin",
                                "--initializer normal --std 0.5 --gain 3")));
    }

    @Test
    void allAnswersAreOneObjectForPrograms() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                run("grow", "--powers", "1", "--pin", "--gain 3", "--json").out());
        assertEquals(List.of("plan", "settings", "runs"), List.copyOf(json.propertyNames()));
        assertEquals("{\"text\":\"--powers 1\",\"powers\":1}", json.get("plan").toString());
        assertEquals(2, json.get("settings").asInt());
        assertEquals(2, json.get("runs").size());
        JsonNode pinned = json.get("runs").get(1);
        assertEquals(List.of("label", "experiment", "rows"), List.copyOf(pinned.propertyNames()));
        assertEquals(3, pinned.get("experiment").get("gain").asDouble());
        assertEquals("[{\"power\":1,\"value\":{\"exact\":3.0}}]", pinned.get("rows").toString());
    }

    @Test
    void aTableWithCommasHasTheNamesInFront() {
        List<String> csv =
                run("grow", "--powers", "1", "--pin", "--gain 3", "--csv").out().lines().toList();
        assertEquals("label,power,value.exact,experiment", csv.getFirst());
        assertTrue(csv.get(2).matches(".*,1,3\\.0,--depth 10 .*--gain 3 .*--powers 1"), csv.get(2));
        assertEquals(3, csv.size());
    }

    @Test
    void picturesBringThePinsBack(@TempDir Path directory) throws IOException {
        Path out = directory.resolve("new");
        run("grow", "--pin", "--gain 3", "--out", out.toString());
        SavedSession saved =
                SavedSession.parse(
                        "the picture",
                        PngFile.readExperimentText(out.resolve("powers.png")).orElseThrow());
        assertEquals(
                List.of(3.0),
                saved.resolve().pins().kept().stream()
                        .map(Pin::experiment)
                        .map(each -> each.gain())
                        .toList());
        assertEquals(Map.of("tab", "grow"), saved.view());
        assertEquals(7, Files.readAllLines(out.resolve("grow.csv")).size());
    }

    @Test
    void aMapOfOneSettingIsDrawnOfEach(@TempDir Path directory) throws IOException {
        Path out = directory.resolve("new");
        String[] words = {
            "sweep",
            "--over",
            "gain",
            "--and",
            "depth",
            "--from2",
            "1",
            "--to2",
            "2",
            "--points2",
            "2",
            "--points",
            "2",
            "--width",
            "3",
            "--samples",
            "2",
            "--pin",
            "--activation relu",
            "--pictures",
            "svg",
            "--out",
            out.toString()
        };
        assertEquals(
                List.of("curves.svg", "map.svg", "map-2.svg", "sweep.csv"),
                run(words).out().lines().map(each -> Path.of(each).getFileName() + "").toList());
        String first = Files.readString(out.resolve("map.svg"));
        String second = Files.readString(out.resolve("map-2.svg"));
        assertTrue(first.contains("Map: ") && second.contains("Map: "));
        assertTrue(second.contains("ReLU"), "whose map it is");
        assertFalse(first.equals(second));
    }

    @Test
    void theExportCommandWritesThemToo(@TempDir Path directory) throws IOException {
        String out = directory.resolve("new").toString();
        assertEquals(
                "%s\n%s\n".formatted(Path.of(out, "powers.png"), Path.of(out, "grow.csv")),
                run("export", "--what", "grow", "--powers", "2", "--pin", "--gain 3", "--out", out)
                        .out());
        assertEquals(5, Files.readAllLines(Path.of(out, "grow.csv")).size());
        assertEquals(
                "--powers is of other pictures; leave it out, or give --what toy\n",
                run("export", "--powers", "2", "--out", out).err());
        assertEquals(
                "--backward is of the signal's pictures; leave it out\n",
                run("export", "--what", "grow", "--backward", "--out", out).err());
    }

    @Test
    void mistakesInPinsAreOneLine() {
        String[][] table = {
            {"--gain x", "gain \"x\" is not a number"},
            {"--gian 2", "option \"--gian\" is unknown; did you mean --gain?"},
            {
                "--gain 1",
                "pin \"--gain 1\" is a setting that is compared already; change it or leave it out"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            Outcome outcome = run("grow", "--gain", "1", "--pin", row[0]);
            assertEquals(2, outcome.exitCode(), row[0]);
            assertEquals(1, outcome.err().lines().count(), row[0]);
            assertTrue(outcome.err().startsWith(row[1]), outcome.err());
            checked++;
        }
        assertEquals(3, checked);
        assertEquals("option \"--pin\" is unknown\n", run("toy", "--pin", "--gain 3").err());
    }

    @Test
    void controlCEndsItWithWhatIsThere() {
        AtomicInteger asked = new AtomicInteger();
        Outcome outcome =
                run(
                        () -> asked.incrementAndGet() > 4,
                        "grow",
                        "--gain",
                        "2",
                        "--csv",
                        "--pin",
                        "--gain 3");
        assertEquals(130, outcome.exitCode());
        assertEquals("interrupted; what is printed is what was there\n", outcome.err());
        assertEquals(
                List.of("1,2.0", "2,4.0", "1,3.0", "2,9.0"),
                outcome.out()
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceFirst("^.*?(\\d,\\d\\.0),--depth.*$", "$1"))
                        .toList());
        assertEquals(
                new Outcome(130, "", "interrupted before there was anything to print\n"),
                run(() -> true, "grow"));
    }

    @Test
    void theHelpTellsOfPinsAndOfTheEnd() {
        String help = run("grow", "--help").out();
        assertTrue(help.contains("--pin=OPTIONS"), help);
        assertTrue(help.replaceAll("\\s+", " ").contains("the exit code is 130."), help);
        assertFalse(run("toy", "--help").out().contains("--pin"));
    }

    private static Outcome stripped(Outcome outcome) {
        return new Outcome(outcome.exitCode(), outcome.out().strip(), outcome.err());
    }

    private static Outcome run(String... words) {
        return run(Cancellation.NEVER, words);
    }

    private static Outcome run(Cancellation interruption, String... words) {
        return Outcome.of(
                SCALAR, new FakeWindow(_ -> false), LABS, new FakeTerminal(interruption), words);
    }
}
