package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong in a command, in one line.
class CommandMistakesTest {
    private static final String SMALL = "--depth 3 --width 8 --samples 5";
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1 << 20);
    private static final String PRESETS =
            String.join(", ", Presets.all().stream().map(Preset::key).toList());
    @TempDir Path directory;

    @Test
    void aMistakeIsOneLineAndTouchesNoFile() throws IOException {
        Path taken = Files.writeString(directory.resolve("taken.csv"), "a,b\n1,2\n3\n");
        String out = " --out " + directory.resolve("never");
        String[][] table = {
            {
                "rum",
                "command \"rum\" is unknown; did you mean run?; there are: run, train, phase,"
                        + " spectrum, sweep, export, gain, inspect, snippet, list, bench"
            },
            {
                "help",
                "command \"help\" is unknown; did you mean --help?; there are: run, train, phase,"
                        + " spectrum, sweep, export, gain, inspect, snippet, list, bench"
            },
            {"--jason", "option \"--jason\" is unknown"},
            {
                "--preset relu-he",
                "option \"--preset\" stands behind a command that takes it: run, train, phase,"
                        + " spectrum, sweep, export, gain, snippet"
            },
            {
                "train --data moons --points 50 --data-reading auto",
                "--points 50 counts for nothing beside --data-reading, which says how the data is"
                        + " read; write it inside of its quotation marks, or leave --data-reading"
                        + " out"
            },
            {"train --batch 0", "batch 0 is outside 1..1000000; full takes all samples"},
            {
                "train --batch all",
                "batch \"all\" is not a whole number; write for example 40; full takes all samples"
            },
            {"run --gian 2", "option \"--gian\" is unknown; did you mean --gain?"},
            {"run --gian=2", "option \"--gian\" is unknown; did you mean --gain?"},
            {
                "run gain 2",
                "\"gain\" is not expected here; options begin with --; did you mean --gain?"
            },
            {"run --gain", "--gain needs a value: X"},
            {"run --gain --depth 3", "--gain needs a value: X"},
            {"run --gain 1 --gain 2", "--gain is given twice; give it once"},
            {"run --json=false", "--json takes no value; leave \"=false\" out"},
            {"run --csv=1", "--csv takes no value; leave \"=1\" out"},
            {"--version=x", "--version takes no value; leave \"=x\" out"},
            {"run -- --widths", "\"--\" is not expected; options are written without it"},
            {"run @/etc/passwd", "\"@/etc/passwd\" is not expected here; options begin with --"},
            {
                "@/dev/zero",
                "command \"@/dev/zero\" is unknown; there are: run, train, phase, spectrum, sweep,"
                        + " export, gain, inspect, snippet, list, bench"
            },
            {
                "run --gain 1,000",
                "gain \"1,000\" may mean two numbers; write 1000, or a point for the comma"
            },
            {"run --preset \u001b[2J", "preset \"\\u001b[2J\" is unknown; there are: " + PRESETS},
            {"run --gain abc", "gain \"abc\" is not a number; write for example 0.5"},
            {"run --width 0", "width 0 is outside 1..16384"},
            {"run --draws 0", "draws 0 is outside 1..100"},
            {"run --draws 101", "draws 101 is outside 1..100"},
            {"run --backward=off", "--backward takes no value; leave \"=off\" out"},
            {"run --theory 2", "\"2\" is not expected here; options begin with --"},
            {"run --json --csv", "--json and --csv contradict each other; give one"},
            {"run --pixels 1x", "--pixels is of pictures; give --out too"},
            {"run --pictures svg", "--pictures is of pictures; give --out too"},
            {"phase --charts map", "--charts is of pictures; give --out too"},
            {
                "run --width 16384 --samples 100000 --out " + taken,
                "out \"" + taken + "\" is not a directory; name one, or a new one"
            },
            {
                "run --widths 3,2 --depth 2",
                "--widths and --depth contradict each other; give --widths alone"
            },
            {
                "run --std 1",
                "initializer xavier-uniform does not read --std; --std is for normal,"
                        + " truncated-normal, sparse"
            },
            {"run --preset too-smal", "preset \"too-smal\" is unknown; there are: " + PRESETS},
            {
                "run --input nofile.csv",
                "input \"nofile.csv\" is neither normal, uniform, breast-cancer, digits, mnist,"
                        + " moons, circles, spirals, blobs nor a file"
            },
            {"export --input " + taken + out, taken + " line 3 has 1 column, but line 1 has 2"},
            {"export", "--out needs a value: DIR"},
            {"export --pixels 3x" + out, "pixels \"3x\" is unknown; there are: 1x, 2x, 4x"},
            {
                "export --pictures bmp" + out,
                "pictures \"bmp\" is unknown; there are: png, svg, pdf, gif"
            },
            {
                "export --pictures svg --pixels 2x" + out,
                "--pixels is of PNG pictures; leave it out, or give --pictures png"
            },
            {
                "export --what pie" + out,
                "what \"pie\" is unknown; there are: histograms, gradients, depth, gradient-depth,"
                        + " rms, gradient-rms, compare, gradient-compare, all, training, phase,"
                        + " spectrum, sweep"
            },
            {
                "export --what inspect" + out,
                "of files of weights inspect FILE --out DIR writes the pictures"
            },
            {"export --seed x" + out, "seed \"x\" is not a whole number; write for example 40"},
            {
                "export --out " + taken,
                "out \"" + taken + "\" is not a directory; name one, or a new one"
            },
            {"list", "a word is missing: activations|initializers|formats|presets|measures|swept"},
            {
                "list colours",
                "list \"colours\" is unknown; there are: activations, initializers, formats,"
                        + " presets, measures, swept"
            },
            {"list presets run", "\"run\" is not expected here; options begin with --"},
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
            checked++;
        }
        assertEquals(48, checked);
        assertEquals(List.of(taken), files(directory));
    }

    @Test
    void whatDoesNotFitIntoTheMemoryIsRefused() {
        Outcome outcome = run("run --samples 100000 --width 16384");
        assertEquals(2, outcome.exitCode());
        assertEquals(1, outcome.err().lines().count());
        assertTrue(outcome.err().startsWith("this experiment needs "), outcome.err());
    }

    @Test
    void aFailureOfTheMachineIsOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Outcome outcome = run("export --out " + file.resolve("below") + " " + SMALL);
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "%s cannot be written: Not a directory%n"
                                .formatted(file.resolve("below/histograms.png"))),
                outcome);
    }

    private static Outcome run(String words) {
        return Outcome.of(
                words,
                SCALAR,
                new FakeWindow(settings -> fail("a window was opened with " + settings)));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
