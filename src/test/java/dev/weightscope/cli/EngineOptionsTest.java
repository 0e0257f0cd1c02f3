package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.option.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What an experiment is run on, as the command line says it.
class EngineOptionsTest {
    private static final String SMALL = "--depth 3 --width 8 --samples 5";

    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1 << 20);

    @Test
    void everyOptionOfTheEngineIsAnOptionOfTheWindowAndOfBothCommands() {
        int checked = 0;
        for (String command : List.of("", "run ", "export ")) {
            String help = run(command + "--help").out();
            for (Option<EngineSettings, ?> option : EngineOptions.ALL) {
                assertTrue(
                        help.contains(option.flag() + "=" + option.codec().placeholder()),
                        option.flag());
                checked++;
            }
        }
        assertEquals(9, checked);
    }

    @Test
    void withoutACommandTheWindowOpensWithTheSettingsThatAreGiven() {
        Object[][] table = {
            {"", SCALAR},
            {"--kernel auto", SCALAR.withKernel(Kernels.Choice.AUTO)},
            {"--threads=3 --cache 2k", SCALAR.withThreads(3).withDrawBudget(2048)},
        };
        int checked = 0;
        for (Object[] row : table) {
            List<EngineSettings> opened = new ArrayList<>();
            assertEquals(
                    new Outcome(0, "", ""),
                    run(
                            (String) row[0],
                            settings -> {
                                opened.add(settings);
                                return true;
                            }));
            assertEquals(List.of(row[1]), opened);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void theSettingsOfTheEngineChangeNoNumber() {
        String expected = run("run --json " + SMALL).out();
        String[] table = {
            "run --json --kernel vector --threads 3 " + SMALL,
            "run --json --kernel scalar --cache 0 " + SMALL,
            "--threads 1 --cache 1g run --json --kernel auto " + SMALL,
        };
        int checked = 0;
        for (String words : table) {
            assertEquals(new Outcome(0, expected, ""), run(words), words);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void versionSaysWhyTheKernelWasChosen() {
        String[][] table = {
            {"--kernel scalar --threads 1", "scalar, 1 thread \\(chosen by --kernel scalar\\)"},
            {
                "--kernel vector",
                "vector of (4|8|16) lanes, 2 threads \\(chosen by --kernel vector\\)"
            },
            {
                "--kernel auto",
                "vector of (4|8|16) lanes, 2 threads"
                        + " \\(automatic: this machine has (128|256|512)-bit vectors;"
                        + " the scalar kernel stands in until their code is compiled\\)"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            String kernel = run("--version " + row[0]).out().lines().toList().get(2);
            assertTrue(kernel.matches("kernel: " + row[1]), kernel);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void aMistakeIsOneLine() {
        String[][] table = {
            {"--kernel vectr", "kernel \"vectr\" is unknown; there are: auto, scalar, vector"},
            {"run --kernel", "--kernel needs a value: auto|scalar|vector"},
            {"run --kernal scalar", "option \"--kernal\" is unknown; did you mean --kernel?"},
            {"--kernel auto run --kernel auto", "--kernel is given twice; give it once"},
            {"run --threads 0", "threads 0 is outside 1..1024"},
            {"--threads two", "threads \"two\" is not a whole number; write for example 40"},
            {"export --out never --threads 1025", "threads 1025 is outside 1..1024"},
            {"run --cache lots", "cache \"lots\" is not a size; write for example 512m, 2g or 0"},
            {"run --cache -1", "cache \"-1\" is not a size; write for example 512m, 2g or 0"},
            {"--cache 8589934592g", "cache 8589934592g is outside 0..8589934591g"},
            {"--kernel scalar list presets", "list does not take --kernel; leave it out"},
            {"--cache 0 bench", "bench does not take --cache; leave it out"},
            {"--threads 2 --cache 0 bench --reps 1", "bench does not take --cache; leave it out"},
            {"list --threads 2 presets", "option \"--threads\" is unknown"},
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
            checked++;
        }
        assertEquals(14, checked);
    }

    private static Outcome run(String words) {
        return run(words, settings -> fail("a window was opened with " + settings));
    }

    private static Outcome run(String words, Predicate<EngineSettings> window) {
        return Outcome.of(words, SCALAR, new FakeWindow(window));
    }
}
