package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PictureFile;
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
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /// As of every lab: a picture for what can be drawn of each tensor, and the table; a picture
    /// brings the file back.
    @Test
    void chartsOfEachTensorAndTheTableAreWritten() throws IOException {
        Path file = heNormal(20, 30);
        Path out = folder.resolve("charts");
        Outcome alone = run("inspect " + file + " --out " + out + " --pictures svg");
        List<Path> written = alone.out().lines().map(Path::of).toList();
        assertEquals(2, written.size(), alone.out());
        assertEquals("tensors.csv", written.getLast().getFileName().toString());
        String svg = Files.readString(written.getFirst());
        assertTrue(svg.contains("By input and by output"));
        assertTrue(svg.contains("Singular values"));
        String session = PictureFile.readSessionText(written.getFirst()).orElseThrow();
        assertTrue(session.contains(file.toAbsolutePath().toString()), session);
        assertTrue(session.contains("inspect"), session);
        assertEquals(run("inspect --csv " + file).out(), Files.readString(written.getLast()));
    }

    @Test
    void chartsAreWrittenOfNamedTensorsUnderNamesThatFilesMayHave() {
        Path out = folder.resolve("named");
        String command = "inspect small-mlp small-mlp --out " + out + " --pixels 1x --tensors ";
        List<String> lines = run(command + "fc4.bias,head.bias").out().lines().toList();
        assertEquals(
                List.of("fc4.bias.png", "head.bias.png", "tensors.csv"),
                lines.stream().map(line -> Path.of(line).getFileName().toString()).toList());
        assertTrue(run(command + "fc4.bia").err().contains("did you mean"));
        assertTrue(run("inspect small-mlp --tensors fc4.bias").err().contains("--out"));
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
        SplittableRandom random = new SplittableRandom(7);
        return file(
                "fc.weight",
                List.of(units, inputs),
                _ -> random.nextGaussian() * Math.sqrt(2.0 / inputs));
    }

    /// @param values of its one tensor, by place
    private Path file(String name, List<Integer> shape, IntToDoubleFunction values)
            throws IOException {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        byte[] header =
                "{\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[0,%d]}}"
                        .formatted(name, shape, 4 * count)
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + 4 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) values.applyAsDouble(i));
        }
        return Files.write(Files.createTempFile(folder, "", ""), bytes.array());
    }

    /// From (3, 4, 0, 0) to (0, 0, 5, 12), at right angles.
    @Test
    void twoFilesAreComparedByTheNamesOfTheirTensors() throws IOException {
        double[] one = {3, 4, 0, 0};
        double[] two = {0, 0, 5, 12};
        Path before = file("w", List.of(2, 2), i -> one[i]);
        Path after = file("w", List.of(2, 2), i -> two[i]);
        String words = "inspect --json " + before + " " + after;
        JsonNode json = json(words);
        assertEquals(json("inspect --json " + before), without(json));
        assertEquals(json("inspect --json " + after), json.get("other"));
        assertEquals("w", json.get("movedMost").asString());
        JsonNode difference = json.get("differences").get(0);
        assertEquals(1, json.get("differences").size());
        assertEquals(
                List.of(
                        "name",
                        "stdRatio",
                        "distance",
                        "relative",
                        "degrees",
                        "largest",
                        "changed",
                        "leftOut"),
                List.copyOf(difference.propertyNames()));
        assertEquals(Math.sqrt(194 / 4.0), difference.get("distance").asDouble(), 1e-14);
        assertEquals(Math.sqrt(194 / 25.0), difference.get("relative").asDouble(), 1e-14);
        assertEquals(90, difference.get("degrees").asDouble(), 1e-12);
        assertEquals(12, difference.get("largest").asDouble());
        assertEquals(4, difference.get("changed").asInt());

        List<String> text = run("inspect " + before + " " + after).out().lines().toList();
        assertEquals("w moved most: by 2.79 times its length, by 90°", text.get(2));
        assertTrue(text.get(5).matches("w +2 x 2 +1.785 +4.918 +2.755 +6.964 .*"), text.get(5));
        List<String> csv = run("inspect --csv " + before + " " + after).out().lines().toList();
        assertEquals(
                "name,shape,otherShape,std,otherStd,stdRatio,distance,relative,degrees,largest,"
                        + "changed,leftOut,law,otherLaw",
                csv.getFirst());
        assertEquals(2, csv.size());
    }

    /// What `inspect` of the first file alone prints.
    private static JsonNode without(JsonNode json) {
        return ((ObjectNode) json.deepCopy()).without(List.of("other", "differences", "movedMost"));
    }

    @Test
    void whatHasNoCounterpartIsListedWithoutADifference() throws IOException {
        Path one = file("w", List.of(2, 3), i -> i);
        Path turned = file("w", List.of(3, 2), i -> i);
        Path named = file("v", List.of(2, 3), i -> i);
        List<String> shapes = run("inspect " + one + " " + turned).out().lines().toList();
        assertEquals("no tensor has the same name and shape in both", shapes.get(2));
        assertTrue(shapes.get(5).startsWith("w     2 x 3, other 3 x 2  1.708  1.708  1  "));
        List<String> names = run("inspect --csv " + one + " " + named).out().lines().toList();
        String std = Double.toString(Math.sqrt(35.0 / 12));
        assertEquals(
                List.of(
                        "w,2 x 3,,%s,,,,,,,,,unknown,".formatted(std),
                        "v,,2 x 3,,%s,,,,,,,,,unknown".formatted(std)),
                names.subList(1, names.size()));
        assertTrue(
                run("inspect %s %s".formatted(one, one)).out().contains("\nno tensor differs\n"));
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
                "layout \"up\" is unknown; there are: guess, out-in, in-out, and behind the name of"
                        + " a tensor and a colon those two for it alone, such as fc1.weight:in-out"
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

    /// More tensors of 2⁵⁴ elements than sum up to a long, of a type that is not read.
    @Test
    void moreNumbersThanCanBeCountedAreNoNegativeNumber() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("GGUF".getBytes(StandardCharsets.UTF_8)).putInt(3).putLong(600).putLong(0);
        for (int i = 0; i < 600; i++) {
            bytes.putLong(3).put("%03d".formatted(i).getBytes(StandardCharsets.UTF_8));
            bytes.putInt(2).putLong(1L << 27).putLong(1L << 27).putInt(99).putLong(0);
        }
        Path file = Files.write(folder.resolve("gguf"), bytes.array());
        assertEquals(
                file + ": GGUF, 600 tensors of 9223372036854775807 numbers",
                run("inspect " + file).out().lines().findFirst().orElse(""));
    }

    /// The last kernel was multiplied by 3 before it was saved.
    @Test
    void whatAModelSaysOfItsInitializersIsHeldAgainstItsValues() {
        JsonNode tensors = json("inspect --json " + FILES + "model.keras").get("tensors");
        assertEquals(
                "{\"initializer\":\"GlorotUniform\",\"settings\":{},\"fits\":true}",
                declared(tensors.get(4)));
        assertEquals(
                "{\"initializer\":\"RandomNormal\",\"settings\":{\"mean\":\"0\","
                        + "\"stddev\":\"0.3\"},\"fits\":true}",
                declared(tensors.get(6)));
        assertEquals(
                "{\"initializer\":\"Ones\",\"settings\":{},\"fits\":true}",
                declared(tensors.get(7)));
        assertEquals(
                "{\"initializer\":\"HeNormal\",\"settings\":{},\"fits\":false}",
                declared(tensors.get(8)));
        List<String> csv = run("inspect --csv " + FILES + "model.keras").out().lines().toList();
        assertTrue(csv.getFirst().endsWith(",laws,declared"), csv.getFirst());
        assertTrue(csv.get(9).endsWith(",HeNormal() does not fit"), csv.get(9));
        String table = run("inspect " + FILES + "model.keras").out();
        assertTrue(table.contains("RandomNormal(mean=0, stddev=0.3) fits"), table);
        assertTrue(
                json("inspect --json " + FILES + "plain.npy")
                        .get("tensors")
                        .get(0)
                        .get("declared")
                        .isNull());
    }

    private static String declared(JsonNode tensor) {
        return tensor.get("declared").toString().replaceAll("\"pValue\":[^,]*,", "");
    }

    @Test
    void whatInspectingDoesNotNeedIsNoOption() {
        assertEquals(2, run("inspect --cache 1g " + FILES + "plain.npy").exitCode());
        assertEquals(0, run("inspect --threads 1 " + FILES + "plain.npy").exitCode());
    }

    /// Where this process can run it, the vector form is taken, and the numbers stay the same.
    @Test
    void theKernelThatIsAskedForReads() {
        String file = " --json " + FILES + "all-types.safetensors";
        String plain = run("inspect" + file).out();
        assertTrue(plain.contains("\"tensors\""), plain);
        assertEquals(plain, run("inspect --kernel scalar" + file).out());
        assertEquals(plain, run("inspect --kernel vector" + file).out());
        assertEquals(2, run("inspect --kernel fast" + file).exitCode());
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
