package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PngFile;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.signal.SignalLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A lab that nobody but its registration knows.
class LabCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);

    @Test
    void aLabIsACommandInTheHelp() {
        String help = run("--help").out();
        assertTrue(
                help.lines().anyMatch(line -> line.matches(" +toy +Print powers of the gain\\.")),
                help);
        String own = run("toy --help").out();
        for (String flag : List.of("--powers=N", "--gain=X", "--json", "--csv", "--kernel=")) {
            assertTrue(own.contains(flag), flag);
        }
        assertTrue(own.contains("How many. 1..50. Default: 3."), own);
    }

    @Test
    void itsAnswerIsPrintedForPeopleAndForPrograms() {
        assertEquals(
                new Outcome(0, "power  value.exact\n    1            2\n    2            4\n", ""),
                run("toy --gain 2 --powers 2"));

        List<String> csv = run("toy --gain 2 --csv").out().lines().toList();
        assertEquals("power,value.exact,experiment", csv.get(0));
        assertTrue(csv.get(3).matches("3,8\\.0,--depth 10 .*--gain 2 .* --powers 3"), csv.get(3));
        assertEquals(4, csv.size());

        JsonNode json = new JsonMapper().readTree(run("toy --gain 3 --json").out());
        assertEquals(List.of("experiment", "settings", "rows"), List.copyOf(json.propertyNames()));
        assertEquals(3, json.get("experiment").get("gain").asDouble());
        assertEquals("{\"text\":\"--powers 3\",\"powers\":3}", json.get("settings").toString());
        assertEquals(
                "[{\"power\":1,\"value\":{\"exact\":3.0}},{\"power\":2,\"value\":{\"exact\":9.0}},"
                        + "{\"power\":3,\"value\":{\"exact\":27.0}}]",
                json.get("rows").toString());
    }

    @Test
    void aMistakeInItsSettingsIsOneLine() {
        String[][] table = {
            {"toy --powers 51", "powers 51 is outside 1..50"},
            {"toy --powers", "--powers needs a value: N"},
            {"toy --pwers 2", "option \"--pwers\" is unknown; did you mean --powers?"},
            {"run --powers 2", "option \"--powers\" is unknown"},
            {
                "toi",
                "command \"toi\" is unknown; did you mean toy?; there are: run, toy, export, gain,"
                        + " inspect, snippet, list, bench"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void itsViewsAreWrittenAsPicturesThatBringTheSettingBack(@TempDir Path directory)
            throws IOException {
        Path out = directory.resolve("new");
        assertEquals(
                new Outcome(
                        0,
                        "%s\n%s\n".formatted(out.resolve("powers.png"), out.resolve("toy.csv")),
                        ""),
                run("toy --gain 2 --powers 2 --out " + out));
        assertEquals(
                run("toy --gain 2 --powers 2 --csv").out(),
                Files.readString(out.resolve("toy.csv")));
        SavedSession saved =
                SavedSession.parse(
                        "the picture",
                        PngFile.readExperimentText(out.resolve("powers.png")).orElseThrow());
        assertEquals(Map.of("toy", "--powers 2"), saved.resolve().labs());
        assertEquals(2, saved.resolve().experiment().gain());
        assertEquals(Map.of("tab", "toy"), saved.view());
        assertEquals(
                new Outcome(2, "", "--out and --json or --csv contradict each other; give one\n"),
                run("toy --json --out " + out));
    }

    private static Outcome run(String words) {
        return Outcome.of(
                words,
                SCALAR,
                new FakeWindow(settings -> fail("a window was opened with " + settings)),
                List.of(new SignalLab(), new ToyLab()));
    }
}
