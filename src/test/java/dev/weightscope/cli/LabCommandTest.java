package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.signal.SignalLab;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                help.lines()
                        .anyMatch(line -> line.matches(" +powers +Print powers of the gain\\.")),
                help);
        String own = run("powers --help").out();
        for (String flag : List.of("--powers=N", "--gain=X", "--json", "--csv", "--kernel=")) {
            assertTrue(own.contains(flag), flag);
        }
        assertTrue(own.contains("How many powers. 1..50. Default: 3."), own);
    }

    @Test
    void itsAnswerIsPrintedForPeopleAndForPrograms() {
        assertEquals(
                new Outcome(0, "power  value.exact\n    1            2\n    2            4\n", ""),
                run("powers --gain 2 --powers 2"));

        List<String> csv = run("powers --gain 2 --csv").out().lines().toList();
        assertEquals("power,value.exact,experiment", csv.get(0));
        assertTrue(csv.get(3).matches("3,8\\.0,--depth 10 .*--gain 2 .* --powers 3"), csv.get(3));
        assertEquals(4, csv.size());

        JsonNode json = new JsonMapper().readTree(run("powers --gain 3 --json").out());
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
            {"powers --powers 51", "powers 51 is outside 1..50"},
            {"powers --powers", "--powers needs a value: N"},
            {"powers --pwers 2", "option \"--pwers\" is unknown; did you mean --powers?"},
            {"run --powers 2", "option \"--powers\" is unknown"},
            {
                "power",
                "command \"power\" is unknown; did you mean powers?; there are: run, powers,"
                        + " export, list, bench"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
            checked++;
        }
        assertEquals(5, checked);
    }

    private static Outcome run(String words) {
        return Outcome.of(
                words,
                SCALAR,
                new FakeWindow(settings -> fail("a window was opened with " + settings)),
                List.of(new SignalLab(), new ToyLab()));
    }
}
