package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.registry.Labs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {
    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1 << 20);
    private static final String FILES = "src/test/resources/weights/";

    @TempDir Path folder;

    /// The numbers −3..4 three times: a discrete uniform law, of variance (8² − 1)/12 and of excess
    /// kurtosis −1.2·(8² + 1)/(8² − 1).
    @Test
    void jsonTellsOfEachTensorItsShapeAndMoments() {
        JsonNode json = json("inspect --json " + FILES + "fortran.npy");
        assertEquals(
                List.of("file", "format", "metadata", "tensors"),
                List.copyOf(json.propertyNames()));
        assertEquals(FILES + "fortran.npy", json.get("file").asString());
        assertEquals("npy", json.get("format").asString());
        JsonNode tensor = json.get("tensors").get(0);
        assertEquals(
                "{\"name\":\"array\",\"shape\":[2,3,4],\"dtype\":\"int16\",\"layout\":\"in-out\","
                        + "\"fanIn\":6,\"fanOut\":8,\"mean\":0.5,",
                tensor.toString().replaceAll("\"std\".*", ""));
        assertEquals(Math.sqrt(63.0 / 12), tensor.get("std").asDouble(), 1e-15);
        assertEquals(-1.2 * 65 / 63, tensor.get("kurtosis").asDouble(), 1e-14);
        assertEquals(3, tensor.get("zeros").asInt());
        assertEquals(0, tensor.get("infinite").asInt());
        assertEquals(0, tensor.get("nan").asInt());
    }

    @Test
    void aLawIsNamedByKeyForProgramsAndByLabelForPeople() throws IOException {
        Path file = heNormal(64, 256);
        JsonNode tensor = json("inspect --json " + file).get("tensors").get(0);
        assertEquals("he-normal", tensor.get("law").asString());
        assertEquals(Math.sqrt(2.0 / 256), tensor.get("expectedStd").asDouble(), 1e-9);
        JsonNode law = tensor.get("laws").get(0);
        assertEquals(
                List.of("key", "label", "gain", "fan", "std", "distance", "pValue"),
                List.copyOf(law.propertyNames()));
        assertEquals("he-normal", law.get("key").asString());
        assertEquals(1, law.get("gain").asDouble());
        assertEquals("fan_in", law.get("fan").asString());
        assertTrue(tensor.get("nearest").isNull());
        String line = run("inspect " + file).out().lines().skip(3).findFirst().orElse("");
        assertTrue(line.contains("He normal"), line);
        String csv = run("inspect --csv " + file).out().lines().skip(1).findFirst().orElse("");
        assertTrue(csv.contains(",he-normal,he-normal"), csv);

        JsonNode turned = json("inspect --json --layout in-out " + file).get("tensors").get(0);
        assertEquals("fan_out", turned.get("laws").get(0).get("fan").asString());
    }

    @Test
    void ofFewNumbersNoLawIsSaid() {
        JsonNode tensor = json("inspect --json " + FILES + "plain.npy").get("tensors").get(0);
        assertEquals("unknown", tensor.get("law").asString());
        assertTrue(run("inspect " + FILES + "plain.npy").out().contains("too few numbers to tell"));
    }

    /// A file with one weight of units × inputs.
    private Path heNormal(int units, int inputs) throws IOException {
        int count = units * inputs;
        byte[] header =
                "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}"
                        .formatted(units, inputs, 4 * count)
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + 4 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) (random.nextGaussian() * Math.sqrt(2.0 / inputs)));
        }
        return Files.write(folder.resolve("he"), bytes.array());
    }

    @Test
    void whatCannotBeReadIsToldWithoutNumbers() {
        JsonNode names = json("inspect --json " + FILES + "texts.npz").get("tensors").get(0);
        assertEquals(
                "{\"name\":\"names\",\"shape\":[2],\"dtype\":\"<U2\",\"layout\":null,\"fanIn\":null,"
                    + "\"fanOut\":null,\"mean\":null,\"std\":null,\"kurtosis\":null,"
                    + "\"zeros\":null,\"infinite\":null,\"nan\":null",
                names.toString().replaceAll("(\"nan\":null).*", "$1"));
    }

    @Test
    void theLayoutThatIsChosenHolds() {
        JsonNode tensor =
                json("inspect --json --layout out-in " + FILES + "plain.npy").get("tensors").get(0);
        assertEquals("out-in", tensor.get("layout").asString());
        assertEquals(12, tensor.get("fanIn").asInt());
        assertEquals(8, tensor.get("fanOut").asInt());
    }

    @Test
    void forPeopleThereIsALineATensor() {
        List<String> lines =
                run("inspect " + FILES + "all-types.safetensors").out().lines().toList();
        assertEquals(
                FILES + "all-types.safetensors: safetensors, 17 tensors of 408 numbers",
                lines.getFirst());
        assertEquals("", lines.get(1));
        assertTrue(
                lines.get(2)
                        .matches(
                                "name +shape +type +layout +fan-in +fan-out +mean +std +kurtosis"
                                        + " +zeros +infinite +NaN.*"),
                lines.get(2));
        assertEquals(17, lines.stream().filter(each -> each.contains("2 x 3 x 4")).count());
        assertEquals(20, lines.size());
        assertEquals(
                FILES + "one-number.npy: npy, 1 tensor of 1 number",
                run("inspect " + FILES + "one-number.npy").out().lines().findFirst().orElse(""));
    }

    @Test
    void csvHasTheSameColumnsAsJson() {
        List<String> lines =
                run("inspect --csv " + FILES + "one-number.npy").out().lines().toList();
        assertTrue(
                lines.getFirst()
                        .startsWith(
                                "name,shape,dtype,layout,fanIn,fanOut,mean,std,kurtosis,zeros,"
                                        + "infinite,nan"),
                lines.getFirst());
        assertTrue(lines.get(1).startsWith("array,,float32,,,,2.5,0.0,NaN,0,0,0"), lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void whatMakesNoSenseIsOneLine() {
        String[][] table = {
            {
                "inspect " + FILES,
                FILES.replaceAll("/$", "") + " is a directory; name a file of weights"
            },
            {
                "inspect --layout up " + FILES + "plain.npy",
                "layout \"up\" is unknown; there are: out-in, in-out"
            },
            {
                "inspect --json --csv " + FILES + "plain.npy",
                "--json and --csv contradict each other; give one"
            },
            {"inspect nowhere.npy", "nowhere.npy does not exist"},
        };
        for (String[] row : table) {
            assertEquals(new Outcome(2, "", row[1] + "\n"), run(row[0]), row[0]);
        }
        assertEquals(4, table.length);
        assertEquals(2, run("inspect").exitCode());
        assertTrue(run("inspect").err().contains("FILE"), run("inspect").err());
    }

    @Test
    void whoInterruptsGetsNothing() {
        assertEquals(
                new Outcome(130, "", "interrupted before there was anything to print\n"),
                Outcome.of(
                        SCALAR,
                        new FakeWindow(_ -> true),
                        Labs.ALL,
                        new FakeTerminal(() -> true),
                        "inspect",
                        FILES + "plain.npy"));
    }

    private static JsonNode json(String words) {
        return new JsonMapper().readTree(run(words).out());
    }

    private static Outcome run(String words) {
        return Outcome.of(words, SCALAR, new FakeWindow(_ -> true));
    }
}
