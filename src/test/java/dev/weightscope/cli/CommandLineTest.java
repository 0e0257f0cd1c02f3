package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.AnswerCsv;
import dev.weightscope.export.AnswerJson;
import dev.weightscope.export.PictureFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.option.Option;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    private static final String SMALL = "--depth 3 --width 8 --samples 5";

    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1 << 20);

    @TempDir Path directory;

    @Test
    void runPrintsALineForEachLayerAndWhatItMeans() {
        Outcome outcome = run("run " + SMALL);

        assertEquals(0, outcome.exitCode());
        assertEquals("", outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(0).contains("3 layers of 8"), lines.get(0));
        assertTrue(lines.get(2).matches("layer +fan-in +fan-out +mean +std +rms .*"), lines.get(2));
        for (int layer = 1; layer <= 3; layer++) {
            assertTrue(
                    lines.get(2 + layer).matches(" +%d +8 +8 .* %% +0".formatted(layer)),
                    lines.get(2 + layer));
        }
        assertEquals(
                "values overflow: nowhere; squares overflow: nowhere; signal flushed: nowhere; all"
                        + " zero: nowhere",
                lines.get(7));
        assertTrue(lines.get(8).matches("[A-Z][a-z ]+: [A-Z].*\\."), lines.get(8));
        assertEquals(9, lines.size());
    }

    @Test
    void jsonAndCsvAreThoseOfTheEngine() {
        Snapshot snapshot = snapshot(SMALL);
        assertEquals(
                AnswerJson.format(SignalLab.answered(SignalAnswer.of(snapshot))) + "\n",
                run("run --json " + SMALL).out());
        assertEquals(
                AnswerCsv.format(SignalLab.answered(SignalAnswer.of(snapshot))),
                run("run --csv " + SMALL).out());
    }

    @Test
    void everyOptionOfAnExperimentIsAnOptionOfBothCommands() {
        int checked = 0;
        for (String command : List.of("run", "export")) {
            String help = run(command + " --help").out();
            for (Option<?, ?> option : ExperimentOptions.ALL.list()) {
                assertTrue(help.contains(option.flag() + "="), option.flag());
                checked++;
            }
        }
        assertEquals(2 * ExperimentOptions.ALL.list().size(), checked);
    }

    @Test
    void aPresetIsChangedByTheOtherOptions() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                run("run --json --preset vanishing-chain --depth 2 --width 4")
                                        .out());
        assertEquals(
                ExperimentText.parse(
                        "--depth 2 --width 4 --samples 1 --input-scale 0.01 --activation linear"
                                + " --initializer normal --std 0.01 --range own"),
                ExperimentText.parse(json.get("experiment").get("text").asString()));
    }

    @Test
    void negativeNumbersAreValues() {
        Outcome outcome =
                run("run --json --initializer constant --value -0.5 --range -2,-1 " + SMALL);
        JsonNode experiment = new JsonMapper().readTree(outcome.out()).get("experiment");
        assertEquals(-0.5, experiment.get("value").asDouble());
        assertEquals("-2,-1", experiment.get("range").asString());
    }

    @Test
    void numbersAreReadInTheFormsThatTheWindowReads() {
        String[][] table = {
            {"5/3", "1.6666666666666667"},
            {"sqrt(2)", "1.4142135623730951"},
            {"√2", "1.4142135623730951"},
            {"1,5", "1.5"},
        };
        int checked = 0;
        for (String[] row : table) {
            JsonNode json =
                    new JsonMapper()
                            .readTree(run("run --json --gain " + row[0] + " " + SMALL).out());
            assertEquals(row[1], json.get("experiment").get("gain").toString());
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void aWordOfAMillionLettersIsRefusedAtOnceAndNotRepeated() {
        String million = "x".repeat(1_000_000);
        String digits = "7".repeat(1_000_000);
        String[][] table = {
            {"run --" + million, "option \"--" + "x".repeat(57) + "…\" is unknown"},
            {
                "run --seed " + digits,
                "seed \"" + "7".repeat(59) + "…\" has 1000000 characters; a number has at most 60"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            Outcome outcome = assertTimeout(Duration.ofSeconds(2), () -> run(row[0]));
            assertEquals(new Outcome(2, "", row[1] + "\n"), outcome);
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void exportWritesWhatIsAskedFor() throws IOException {
        String[][] table = {
            {"", "all.png depth.png histograms.png layers.csv", "2400"},
            {"--what histograms --pixels 1x", "histograms.png layers.csv", "1200"},
            {"--pixels=4x --what=depth", "depth.png layers.csv", "4800"},
            {"--pixels=1x --what=compare", "compare.png layers.csv", "1200"},
            {"--pictures=svg", "all.svg depth.svg histograms.svg layers.csv", ""},
            {"--pictures=pdf", "all.pdf depth.pdf histograms.pdf layers.csv", ""},
        };
        int checked = 0;
        for (String[] row : table) {
            Path place = directory.resolve("new/" + checked);
            Outcome outcome = run("export --out " + place + " " + row[0] + " " + SMALL);

            assertEquals(0, outcome.exitCode(), outcome.err());
            List<Path> files = files(place);
            assertEquals(
                    row[1],
                    String.join(" ", files.stream().map(f -> f.getFileName().toString()).toList()));
            assertEquals(files, outcome.out().lines().map(Path::of).sorted().toList());
            for (Path file : files) {
                if (PictureForm.of(file).isPresent()) {
                    if (PictureForm.of(file).get() == PictureForm.PNG) {
                        assertEquals(row[2], "" + ImageIO.read(file.toFile()).getWidth());
                    }
                    assertEquals(
                            Optional.of(ExperimentText.formatAll(ExperimentText.parse(SMALL))),
                            PictureFile.readSessionText(file));
                } else {
                    assertEquals(
                            AnswerCsv.format(SignalLab.answered(SignalAnswer.of(snapshot(SMALL)))),
                            Files.readString(file));
                }
            }
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void exportDrawsWhatAPresetSetsBesideIt() throws IOException {
        run(
                "export --what depth --pixels 1x --preset one-wide-layer --samples 2 --out "
                        + directory.resolve("beside"));
        run(
                "export --what depth --pixels 1x --widths 625,10000 --samples 2 --activation linear"
                        + " --initializer normal --std 1 --out "
                        + directory.resolve("alone"));
        assertEquals(
                Files.readString(directory.resolve("alone/layers.csv")),
                Files.readString(directory.resolve("beside/layers.csv")));
        assertFalse(
                Arrays.equals(
                        pixels(directory.resolve("alone/depth.png")),
                        pixels(directory.resolve("beside/depth.png"))));
        SavedSession beside = carried(directory.resolve("beside/depth.png"));
        assertEquals(
                Presets.find("one-wide-layer").compared(),
                beside.resolve().pins().kept().stream()
                        .map(pin -> new Preset.Compared(pin.name().orElseThrow(), pin.experiment()))
                        .toList());
        SavedSession alone = carried(directory.resolve("alone/depth.png"));
        assertEquals(SavedSession.Scope.SETTING, alone.scope());
        assertEquals(alone.resolve().experiment(), beside.resolve().experiment());
    }

    private static SavedSession carried(Path picture) {
        return SavedSession.parse(
                "the picture", PictureFile.readSessionText(picture).orElseThrow());
    }

    private static int[] pixels(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void withoutADisplayTheDefaultExperimentIsWrittenAndPrinted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StandIn(new ExperimentRunner(SCALAR), Outcome.stream(out)).execute(directory);

        Path place = directory.resolve("weightscope-export");
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.getFirst().startsWith("There is no display to open a window on"));
        assertEquals(
                10, lines.stream().filter(line -> line.matches(" +\\d+ +500 +500 .*")).count());
        assertEquals(
                files(place).stream().map(Path::toString).toList(),
                lines.stream().filter(line -> line.startsWith(place.toString())).sorted().toList());
        assertEquals(4, files(place).size());
    }

    @Test
    void aListSaysAWordOnceThatIsKeyAndLabel() {
        String[][] table = {
            {"formats", "float16 +11 significand bits; largest 65504, .*"},
            {"activations", "relu +ReLU +.*"},
        };
        int checked = 0;
        for (String[] row : table) {
            String printed = run("list " + row[0]).out();
            assertTrue(printed.lines().anyMatch(line -> line.matches(row[1])), printed);
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void listsNameEveryKeyWithItsFormula() {
        String[][] table = {
            {"activations", "" + ActivationFunction.values().length, "gelu", "formula"},
            {"initializers", "" + InitializerCatalogue.all().size(), "he-normal", "formula"},
            {"formats", "" + NumberFormat.values().length, "bfloat16", "range"},
            {"presets", "" + Presets.all().size(), "too-small", "experiment"},
        };
        int checked = 0;
        for (String[] row : table) {
            List<String> lines = run("list " + row[0]).out().lines().toList();
            assertEquals(row[1], "" + lines.size());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(row[2] + " ")), row[0]);

            JsonNode json = new JsonMapper().readTree(run("list --json " + row[0]).out());
            assertEquals(row[1], "" + json.size());
            List<String> fields = new ArrayList<>(json.get(0).propertyNames());
            assertEquals(List.of("key", "label", row[3]), fields.subList(0, 3));
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void versionNamesTheProgramTheJdkAndTheKernel() {
        List<String> lines = run("--version").out().lines().toList();
        assertTrue(lines.get(0).startsWith("WeightScope "), lines.get(0));
        assertTrue(lines.get(1).startsWith("JDK " + System.getProperty("java.version")));
        assertEquals("kernel: scalar, 2 threads (chosen by --kernel scalar)", lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void helpNamesTheCommands() {
        Outcome outcome = run("--help");
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().matches("(?s)Usage: weightscope .*run .*export .*list .*"));
        assertEquals(outcome, run("-h"));
        assertEquals(run("run --help"), run("--help run"));
    }

    @Test
    void everyExampleOfAHelpCanBeTyped() {
        List<String> examples =
                run("run --help")
                        .out()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("weightscope run --"))
                        .toList();
        assertEquals(3, examples.size());
        for (String example : examples) {
            Outcome outcome = run(example.substring("weightscope ".length()));
            assertEquals(0, outcome.exitCode(), example + ": " + outcome.err());
        }
    }

    private static Snapshot snapshot(String text) {
        try (Kernel kernel = Kernels.scalar(2)) {
            return new Engine(kernel).run(ExperimentText.parse(text), Cancellation.NEVER);
        }
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
