package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PngFile;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Numbers;
import dev.weightscope.saved.SavedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `run` and `export` give beside one way of one draw.
class SignalFlagsTest {
    private static final String SMALL = " --depth 3 --width 8 --samples 5 --bins 4";
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1 << 20);

    @TempDir Path directory;

    @Test
    void everyFlagAddsItsMembersAndNoOther() {
        List<String> always =
                List.of(
                        "experiment",
                        "samples",
                        "firstOverflowLayer",
                        "firstSquareOverflowLayer",
                        "firstAllZeroLayer",
                        "firstFlushedLayer",
                        "layers");
        List<String> inLayer =
                List.of(
                        "layer",
                        "fanIn",
                        "fanOut",
                        "weights",
                        "preActivation",
                        "activation",
                        "flushed",
                        "weightsFlushed");
        String[][] table = {
            {"", "", ""},
            {" --backward", "settings gradientRatio", "gradient"},
            {" --theory", "settings theory", "theory"},
            {" --draws 3", "settings", "draws"},
            {
                " --backward --theory --draws 2",
                "settings gradientRatio theory",
                "gradient theory draws"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            JsonNode json = json("run --json" + row[0] + SMALL);
            assertEquals(sorted(always, row[1]), json.propertyNames().stream().sorted().toList());
            for (JsonNode layer : json.get("layers")) {
                assertEquals(
                        sorted(inLayer, row[2]), layer.propertyNames().stream().sorted().toList());
                checked++;
            }
        }
        assertEquals(3 * table.length, checked);
        assertEquals(
                "{\"text\":\"--backward --draws"
                        + " 3\",\"backward\":true,\"theory\":false,\"draws\":3}",
                json("run --json --backward --draws 3" + SMALL).get("settings").toString());
    }

    @Test
    void theMembersHaveTheNamesAndTheOrderOfTheDocumentation() {
        JsonNode json = json("run --json --backward --theory --draws 3" + SMALL);
        JsonNode first = json.get("layers").get(0);
        assertEquals("preActivation activation weights", names(first.get("gradient")));
        for (JsonNode tensor : first.get("gradient")) {
            assertEquals(names(first.get("activation")), names(tensor));
        }
        assertEquals(
                "preActivationVariance activationMean activationStd activationRms gradientRms chi"
                        + " bandLow bandHigh",
                names(first.get("theory")));
        assertEquals("sigmaW2 sigmaB2 q chi1 correlation xiQ xiC phase", names(json.get("theory")));
        assertEquals(
                "activationStd activationRms perUnitStd gradientRms", names(first.get("draws")));
        for (JsonNode quartiles : first.get("draws")) {
            assertEquals(5, quartiles.size());
        }
        JsonNode last = json.get("layers").get(2);
        assertEquals(gradientRms(first) / gradientRms(last), json.get("gradientRatio").asDouble());
        assertEquals("critical", json.get("theory").get("phase").asString());
    }

    @Test
    void whereThereIsNoTheoryTheReasonStandsInItsPlace() {
        JsonNode json = json("run --json --theory --initializer identity" + SMALL);
        assertEquals("none", names(json.get("theory")));
        assertTrue(json.get("theory").get("none").asString().matches("[A-Z].*\\."));
        assertTrue(json.get("layers").get(0).path("theory").isMissingNode());
        String text = run("run --theory --initializer identity" + SMALL);
        assertTrue(text.contains("theory: " + json.get("theory").get("none").asString()), text);
    }

    @Test
    void csvGivesTheNumbersOfJson() {
        String words = " --backward --theory --draws 3" + SMALL;
        JsonNode json = json("run --json" + words);
        int checked = 0;
        for (NamedCsvRecord line : records(run("run --csv" + words))) {
            JsonNode layer = json.get("layers").get(Integer.parseInt(line.getField("layer")) - 1);
            for (Map.Entry<String, String> cell : line.getFieldsAsMap().entrySet()) {
                if (!List.of("experiment", "samples").contains(cell.getKey())) {
                    String path = "/" + cell.getKey().replace('.', '/');
                    JsonNode number =
                            layer.at(path).isMissingNode() ? json.at(path) : layer.at(path);
                    assertFalse(number.isMissingNode(), path);
                    assertEquals(number.asString(), cell.getValue(), path);
                    checked++;
                }
            }
            assertTrue(line.getField("experiment").endsWith("--backward --theory --draws 3"));
        }
        assertEquals(3 * (3 + 6 * (10 + 4 + 4) + 2 + 8 + 4 * 5 + 1 + 8), checked);
    }

    @Test
    void theTableForPeopleGainsItsColumns() {
        String plain = run("run" + SMALL).lines().toList().get(2);
        String[][] table = {
            {" --backward", " +gradient rms"},
            {" --theory", " +theory rms"},
            {" --draws 3", " +rms, 3 draws"},
            {
                " --backward --theory --draws 3",
                " +theory rms +rms, 3 draws +gradient rms +theory gradient rms"
                        + " +gradient rms, 3 draws"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            String head = run("run" + row[0] + SMALL).lines().toList().get(2);
            assertTrue(
                    head.replaceAll(" +", " ").matches(plain.replaceAll(" +", " ") + row[1]), head);
            checked++;
        }
        assertEquals(4, checked);
        String both = run("run --backward --theory" + SMALL);
        assertTrue(both.contains("\ngradient rms, layer 1 : layer "), both);
        assertTrue(both.matches("(?s).*\ntheory: σ_w² 1, σ_b² 0, q\\* .*, critical\n.*"), both);
        String skips = run("run --theory --skip one" + SMALL);
        assertTrue(
                skips.contains(
                        "\n"
                                + "theory: σ_w² 1, σ_b² 0; there is no q*, where the variance would"
                                + " settle\n"),
                skips);
    }

    @Test
    void allThatJsonSaysOfALayerStandsInTheTablesForPeople() {
        String words = " --backward --theory --draws 3" + SMALL;
        JsonNode layer = json("run --json" + words).get("layers").get(1);
        List<String> lines = run("run" + words).lines().toList();
        List<String> theory = cells(lines, lines.indexOf("theory") + 3);
        List<String> draws = cells(lines, lines.indexOf("3 draws") + 3);
        List<String> expected = new ArrayList<>(List.of("2"));
        layer.get("theory")
                .forEach(number -> expected.add(Numbers.significant(number.asDouble(), 4)));
        assertEquals(expected, theory);
        List<String> quartiles = new ArrayList<>(List.of("2"));
        layer.get("draws")
                .forEach(five ->
                        five.forEach(number ->
                                quartiles.add(Numbers.significant(number.asDouble(), 4))));
        assertEquals(quartiles, draws);
        assertEquals(1 + 8, theory.size());
        assertEquals(1 + 4 * 5, draws.size());
    }

    private static List<String> cells(List<String> lines, int line) {
        return List.of(lines.get(line).strip().split(" +"));
    }

    @Test
    void whichLayersArePlainIsSaidAndSkipsThatLeadNowhereAreNotNamed() {
        String some = run("run --skip two --depth 7 --width 8 --samples 5");
        assertTrue(some.contains(" · skip 2 · "), some);
        assertTrue(some.contains("\nLayer 7 is plain: it has no partner.\n"), some);
        String none = run("run --skip two --widths 30,20,10,1 --samples 5");
        assertFalse(none.lines().findFirst().orElseThrow().contains("skip"), none);
        assertTrue(none.contains("\nLayers 1 to 2 are plain: "), none);
    }

    @Test
    void picturesAndPointsOfBothWaysAreWritten() throws IOException {
        String[][] table = {
            {
                "export --backward --theory --draws 3",
                "all curves depth gradient-depth gradient-rms gradients histograms layers rms"
            },
            {"export --backward --what gradient-depth", "curves gradient-depth layers"},
            {"export", "all depth histograms layers"},
            {"run", "depth histograms signal"},
            {
                "run --backward --theory",
                "curves depth gradient-depth gradient-rms gradients histograms rms signal"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            Path place = directory.resolve("" + checked);
            run(row[0] + SMALL + " --pixels 1x --out " + place);
            assertEquals(row[1], files(place));
            checked++;
        }
        assertEquals(5, checked);
        SavedSession saved =
                SavedSession.parse(
                        "the picture",
                        PngFile.readExperimentText(directory.resolve("1/gradient-depth.png"))
                                .orElseThrow());
        assertEquals(Map.of("signal", "--theory=off"), saved.resolve().labs());
        assertEquals(
                new Outcome(2, "", "gradients shows gradients; give --backward too\n"),
                outcome("export --what gradients --out " + directory + SMALL));
    }

    @Test
    void pointsAreARowEach() throws IOException {
        run("export --backward --theory --draws 2 --what depth --out " + directory + SMALL);
        List<NamedCsvRecord> points = records(Files.readString(directory.resolve("curves.csv")));
        assertEquals(
                List.of(
                        "direction",
                        "quantity",
                        "layer",
                        "draw",
                        "value",
                        "theory",
                        "bandLow",
                        "bandHigh",
                        "seed",
                        "experiment"),
                points.getFirst().getHeader());
        assertEquals(2 * 3 * (4 + 3), points.size());
        JsonNode layer =
                json("run --json --backward --theory --draws 2" + SMALL).get("layers").get(1);
        int checked = 0;
        for (NamedCsvRecord point : points) {
            if (point.getField("layer").equals("2")
                    && point.getField("draw").equals("1")
                    && point.getField("quantity").equals("rms")) {
                boolean isForward = point.getField("direction").equals("forward");
                JsonNode measured =
                        isForward
                                ? layer.get("activation")
                                : layer.get("gradient").get("preActivation");
                assertEquals(measured.get("rms").asString(), point.getField("value"));
                assertEquals(
                        layer.get("theory")
                                .get(isForward ? "activationRms" : "gradientRms")
                                .asString(),
                        point.getField("theory"));
                assertEquals("42", point.getField("seed"));
                checked++;
            }
        }
        assertEquals(2, checked);
    }

    private static double gradientRms(JsonNode layer) {
        return layer.at("/gradient/preActivation/rms").asDouble();
    }

    private static String names(JsonNode object) {
        return String.join(" ", object.propertyNames());
    }

    private static List<String> sorted(List<String> always, String more) {
        return Stream.concat(
                        always.stream(), Stream.of(more.split(" ")).filter(name -> !name.isEmpty()))
                .sorted()
                .toList();
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    /// Their names without their kinds.
    private static String files(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return String.join(
                    " ",
                    all.map(file -> file.getFileName().toString().replaceAll("\\..*", ""))
                            .sorted()
                            .toList());
        }
    }

    private static JsonNode json(String words) {
        return new JsonMapper().readTree(run(words));
    }

    private static String run(String words) {
        Outcome outcome = outcome(words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome.out();
    }

    private static Outcome outcome(String words) {
        return Outcome.of(
                words,
                SCALAR,
                new FakeWindow(settings -> fail("a window was opened with " + settings)));
    }
}
