package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.registry.Labs;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import dev.weightscope.weights.Tensor;
import dev.weightscope.weights.WeightFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Weights of a file in the place of drawn ones, from the command line.
class LoadedWeightsTest {
    @TempDir Path directory;

    private static String run(String words) {
        Outcome outcome =
                Outcome.of(
                        words,
                        new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20),
                        new FakeWindow(_ -> false),
                        Labs.ALL);
        assertEquals("", outcome.err(), words);
        return outcome.out();
    }

    private static JsonNode json(String words) {
        return new JsonMapper().readTree(run(words + " --json"));
    }

    private String file(String name) {
        return directory.resolve(name + ".safetensors").toString();
    }

    @Test
    void whatWasSavedAndIsLoadedGivesTheSameNumbers() {
        String[] table = {
            "--widths 7,5,3 --initializer he-normal --bias normal --activation relu --gain 5/3",
            "--widths 30,20,30 --initializer orthogonal --activation tanh",
        };
        for (String network : table) {
            String rest =
                    " --samples 50 --backward"
                            + network.replaceAll("--(widths|initializer|gain|bias) \\S+", "");
            JsonNode drawn =
                    json(
                            "run --samples 50 --backward --save-weights "
                                    + file("net")
                                    + " "
                                    + network);
            JsonNode loaded = json("run --weights " + file("net") + rest);
            assertClose(drawn.get("layers"), loaded.get("layers"));
        }
        assertEquals(2, table.length);
    }

    /// Numbers to float32's rounding; counts in histograms may move by a value at an edge.
    private static void assertClose(JsonNode expected, JsonNode found) {
        int checked = 0;
        assertEquals(expected.size(), found.size());
        for (int layer = 0; layer < expected.size(); layer++) {
            for (String tensor : List.of("weights", "preActivation", "activation")) {
                for (String statistic : List.of("mean", "std", "rms", "min", "max")) {
                    double wanted = expected.get(layer).get(tensor).get(statistic).asDouble();
                    double given = found.get(layer).get(tensor).get(statistic).asDouble();
                    assertEquals(wanted, given, 1e-6 * Math.max(1, Math.abs(wanted)), statistic);
                    checked++;
                }
            }
        }
        assertEquals(15 * expected.size(), checked);
    }

    /// In bfloat16 the weights are rounded before they are multiplied, and a file of loaded weights
    /// has the file's own numbers.
    @Test
    void whereNothingIsRoundedInBetweenTheyAreTheSameBits() throws Exception {
        String rest = " --samples 50 --format bfloat16 --activation tanh";
        JsonNode drawn =
                json(
                        "run --widths 8,6,4 --initializer he-normal --gain 1.7 --save-weights "
                                + file("first")
                                + rest);
        JsonNode loaded =
                json("run --weights " + file("first") + " --save-weights " + file("second") + rest);
        JsonNode again = json("run --weights " + file("second") + rest);

        assertEquals(drawn.get("layers"), loaded.get("layers"));
        assertEquals(drawn.get("layers"), again.get("layers"));
        assertArrayEquals(values("first"), values("second"));
    }

    private byte[] values(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(file(name)));
        int count = 4 * (8 * 6 + 6 + 6 * 4 + 4);
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }

    @Test
    void aNetworkThatWasSavedLearnsAsTheDrawnOneDoes() {
        String training = " --steps 5 --draws 1 --activation tanh --data breast-cancer";
        run("run --widths 30,8,1 --initializer identity --samples 2 --save-weights " + file("net"));

        JsonNode drawn = json("train --widths 30,8,1 --initializer identity" + training);
        JsonNode loaded = json("train --weights " + file("net") + training);

        JsonNode first = drawn.get("runs").get(0).get("draws");
        assertEquals(first, loaded.get("runs").get(0).get("draws"));
        assertEquals(6, first.get(0).get("loss").size());
    }

    /// In the notebook's plan each step sees all rows, so that five steps and five more are ten.
    @Test
    void whatTrainingEndedWithIsWhereTrainingGoesOn() {
        String training =
                " --draws 1 --activation tanh --optimizer sgd --learning-rate 0.1 --steps ";
        String net = "--widths 30,8,1 --initializer he-normal --bias normal";
        JsonNode whole = json("train " + net + training + 10);
        JsonNode half = json("train " + net + training + "5 --save-weights " + file("half"));
        JsonNode rest =
                json(
                        "train --weights "
                                + file("half")
                                + training
                                + "5 --save-weights "
                                + file("rest"));
        JsonNode end = json("train --weights " + file("rest") + training + 1);

        assertEquals(losses(whole).subList(0, 6), losses(half));
        assertEquals(losses(whole).subList(5, 11), losses(rest));
        assertEquals(losses(whole).get(10), losses(end).getFirst());
        assertEquals(hash(whole), hash(rest));
    }

    private static JsonNode draw(JsonNode answer) {
        return answer.get("runs").get(0).get("draws").get(0);
    }

    private static List<Double> losses(JsonNode answer) {
        List<Double> losses = new ArrayList<>();
        draw(answer).get("loss").forEach(each -> losses.add(each.asDouble()));
        return losses;
    }

    private static String hash(JsonNode answer) {
        return draw(answer).get("hash").asString();
    }

    @Test
    void whatNormsHaveLearntIsSavedBesideTheWeights() {
        record Row(String norm, String names) {}
        List<Row> rows =
                List.of(
                        new Row("rms", "[norms.0.weight]"),
                        new Row("layer", "[norms.0.weight, norms.0.bias]"),
                        new Row(
                                "batch",
                                "[norms.0.weight, norms.0.bias, norms.0.running_mean,"
                                        + " norms.0.running_var]"));
        for (Row row : rows) {
            String path = file(row.norm);
            run(
                    "train --widths 30,8,1 --steps 5 --draws 1 --norm %s --save-weights %s"
                            .formatted(row.norm, path));
            try (WeightFile file = WeightFile.open(Path.of(path))) {
                List<Tensor> norms =
                        file.tensors().stream()
                                .filter(each -> each.name().startsWith("norms."))
                                .toList();
                assertEquals(row.names, norms.stream().map(Tensor::name).toList().toString());
                for (Tensor each : norms) {
                    double[] values = new double[8];
                    each.read(0, values, 8);
                    double start = each.name().matches(".*(weight|var)") ? 1 : 0;
                    double moved = 0;
                    for (double value : values) {
                        moved = Math.max(moved, Math.abs(value - start));
                    }
                    // The mean of all rows of standardized columns is 0 but for rounding.
                    double least = each.name().equals("norms.0.running_mean") ? 0 : 1e-4;
                    assertTrue(moved > least && moved < 100, each.name() + ": " + moved);
                }
                assertEquals(4 + norms.size(), file.tensors().size());
            }
        }
        assertEquals(3, rows.size());
    }

    @Test
    void whatCannotBeTrainedOrSavedIsSaidInOneSentence() {
        run("run --widths 30,3 --samples 2 --save-weights " + file("three"));
        String[][] table = {
            {
                "train --weights small-mlp",
                "small-mlp takes 784 values, but the data has 30 columns; choose data of 784"
                        + " columns"
            },
            {
                "train --weights " + file("three"),
                "three.safetensors gives 3 values at its end, but this data asks for 1; choose"
                        + " other data, or an initializer"
            },
        };
        for (String[] row : table) {
            Outcome outcome =
                    Outcome.of(
                            row[0],
                            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20),
                            new FakeWindow(_ -> false),
                            Labs.ALL);
            assertEquals(row[1], outcome.err().strip());
        }
        assertEquals(2, table.length);
    }

    @Test
    void othersAreComparedWithALoadedNetworkInItsShape() {
        run("run --widths 30,8,1 --samples 2 --save-weights " + file("net"));
        Outcome outcome =
                Outcome.of(
                        new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20),
                        new FakeWindow(_ -> false),
                        Labs.ALL,
                        "train",
                        "--weights",
                        file("net"),
                        "--steps",
                        "1",
                        "--draws",
                        "1",
                        "--json",
                        "--pin",
                        "--initializer he-normal");

        assertEquals("", outcome.err());
        JsonNode runs = new JsonMapper().readTree(outcome.out()).get("runs");
        assertEquals("net.safetensors", runs.get(0).get("label").asString());
        assertEquals("[30,8,1]", runs.get(1).get("experiment").get("widths").toString());
    }

    @Test
    void whatIsSavedFindsItsWeightsBesideItAndSaysWhatHasBecomeOfThem() throws Exception {
        run("run --widths 3,4,2 --samples 2 --save-weights " + file("net"));
        SessionState state =
                new SessionState(
                        ExperimentText.parse("--weights " + file("net") + " --samples 5"),
                        Pins.NONE.with("drawn", Pin.Origin.PERSON, ExperimentText.parse("")),
                        new TreeMap<>());
        SavedSession saved =
                SavedSession.parse(
                        "test",
                        SavedSession.of(state, new TreeMap<>())
                                .format()
                                .replace(file("net"), "net.safetensors"));

        assertEquals(state, saved.resolve(directory));

        List<String> reasons = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(Path.of(file("net")));
        bytes[bytes.length - 1] ^= 1;
        Files.write(Path.of(file("net")), bytes);
        // A clock of files may tick more slowly than this test writes.
        Files.setLastModifiedTime(
                Path.of(file("net")), FileTime.fromMillis(System.currentTimeMillis() + 5000));
        reasons.add(reason(state));
        Files.delete(Path.of(file("net")));
        reasons.add(reason(state));

        assertEquals(
                List.of(
                        "the weights in %s are not those that were noted down: the file has changed; bring the old one back, or take them as they are now: send them from Inspect again, or leave out --weights-hash"
                                .formatted(file("net")),
                        file("net") + " does not exist"),
                reasons);
    }

    /// Why the live setting is among the lost ones; pins stay.
    private static String reason(SessionState state) {
        SavedSession saved = SavedSession.of(state, new TreeMap<>());
        assertTrue(saved.readsFiles());
        SessionState restored = saved.restored(ExperimentText.parse("--depth 2")).state();
        assertEquals(state.pins().kept(), restored.pins().kept());
        LostPin lost = restored.pins().lost().getFirst();
        assertTrue(lost.saved().contains("--weights-hash"), lost.saved());
        return lost.reason();
    }
}
