package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.model.WeightsReading;
import dev.weightscope.weights.SafetensorsWriter.Declared;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerFilesTest {
    @TempDir Path directory;

    /// Tensors whose values count up from 0, by names and shapes: `a 3x2, b 2`.
    private Path file(String tensors) throws IOException {
        List<Declared> declared = new ArrayList<>();
        for (String each : tensors.split(", ")) {
            String[] parts = each.split(" ");
            List<Integer> shape = new ArrayList<>();
            for (String size : parts.length == 1 ? new String[0] : parts[1].split("x")) {
                shape.add(Integer.valueOf(size));
            }
            declared.add(new Declared(parts[0], shape));
        }
        Path path = Files.createTempFile(directory, "net", ".safetensors");
        try (OutputStream out = Files.newOutputStream(path)) {
            SafetensorsWriter writer = new SafetensorsWriter(out, Map.of(), declared);
            for (Declared each : declared) {
                float[] values = new float[each.shape().stream().reduce(1, (a, b) -> a * b)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = i;
                }
                writer.write(values);
            }
            writer.finish();
        }
        return path;
    }

    private static LoadedWeights read(Path path, String tensors) {
        return LayerFiles.read(
                path.toString(), WeightsReading.DEFAULT.withTensors(TensorChoice.parse(tensors)));
    }

    @Test
    void theLayersOfAFileAreTakenInAnOrderInWhichTheyJoin() throws Exception {
        String[][] table = {
            // What there is, what is asked for, what is taken.
            {"fc1.weight 4x3, fc1.bias 4, fc2.weight 2x4", "all", "fc1.weight,fc2.weight"},
            {
                "l.10.weight 5x4, l.2.weight 4x3, l.9.weight 4x4",
                "all",
                "l.2.weight,l.9.weight,l.10.weight"
            },
            {"encoder.weight 4x9, decoder.weight 9x4", "all", "encoder.weight,decoder.weight"},
            {
                "hidden.weight 4x3, input.weight 3x2, out.weight 5x4",
                "all",
                "input.weight,hidden.weight,out.weight"
            },
            {"W1 3x4, b1 4, W2 4x2, b2 2", "all", "W1,W2"},
            {
                "a.weight 4x3, a.bias 4, b.weight 4x4, b.bias 4, rnn.weight_hh 7x7",
                "all",
                "a.weight,b.weight"
            },
            {
                "conv.weight 8x3x3x3, fc.weight 4x3, norm.weight 4, embed.weight 50x3, one",
                "all",
                "fc.weight"
            },
            {
                "a.weight 4x4, b.weight 4x4",
                "b.weight,a.weight,b.weight",
                "b.weight,a.weight,b.weight"
            },
            {"embed.weight 50x3", "embed.weight", "embed.weight"},
            {"a 3x4, b\\,c 4x2", "a,b\\\\\\,c", "a,b\\,c"},
        };
        for (String[] row : table) {
            assertEquals(
                    List.of(row[2].split("(?<!\\\\),")),
                    read(file(row[0]), row[1]).layers().stream()
                            .map(layer -> layer.weights().name())
                            .toList(),
                    row[0]);
        }
        assertEquals(10, table.length);
    }

    @Test
    void weightsAreTurnedAsTheirLayoutSaysAndBiasesComeAlong() throws Exception {
        LoadedWeights out = read(file("fc1.weight 3x2, fc1.bias 3, fc2.kernel 3x1"), "all");

        LoadedLayer first = out.layers().getFirst();
        assertArrayEquals(new float[] {0, 2, 4, 1, 3, 5}, first.weights().values());
        assertArrayEquals(new float[] {0, 1, 2}, first.bias().orElseThrow().values());
        assertArrayEquals(new float[] {0, 1, 2}, out.layers().get(1).weights().values());
        assertEquals(List.of(2, 3, 1), out.widths().widths());
        assertEquals("fc1.weight:out-in,fc2.kernel:in-out", out.tensors().text());

        LoadedWeights in = read(file("square.weight 2x2"), "square.weight:in-out");
        assertArrayEquals(new float[] {0, 1, 2, 3}, in.layers().getFirst().weights().values());
    }

    @Test
    void whatCannotBeALayerIsSaidInOneSentence() throws Exception {
        String[][] table = {
            {
                "fc.weight 4x3, fc.bias 4",
                "fc.bias",
                "fc.bias has one dimension; layers are made of matrices, and a bias comes along"
                        + " with its weights"
            },
            {
                "conv.weight 8x3x3x3",
                "conv.weight",
                "conv.weight is 8 x 3 x 3 x 3, as the kernel of a convolution; layers here are"
                        + " dense, made of matrices"
            },
            {"one", "one", "one is a single number; layers are made of matrices"},
            {
                "a.weight 4x3",
                "b.weight",
                "FILE has no tensor \"b.weight\"; inspect tells which there are"
            },
            {
                "a.weight 4x3, b.weight 2x5",
                "a.weight,b.weight",
                "a.weight gives 4 values, but b.weight behind it takes 5"
            },
            {
                "a.weight 4x3, b.weight 4x3",
                "all",
                "the matrices of FILE do not join: a.weight gives 4 values, but b.weight behind it"
                        + " takes 3; name those to take, in order, as in --tensors a.weight"
            },
            {
                "conv.weight 8x3x3x3, norm.weight 8",
                "all",
                "FILE has no matrix that could be a layer's weights"
            },
            {
                "a.weight 4x3, a.bias 4",
                "a.weight:in-out",
                "a.bias has 4 numbers, but a.weight gives 3 values as in-out; write the other"
                        + " layout behind its name"
            },
            {
                "wide.weight 2x16385",
                "all",
                "wide.weight is 2 x 16385; a layer takes and gives 16384 values at most"
            },
            {
                "a.weight 4x3",
                ",",
                "tensors needs names with commas between them, such as"
                        + " fc1.weight,fc2.weight:in-out, or all"
            },
        };
        for (String[] row : table) {
            Path path = file(row[0]);
            assertEquals(
                    row[2].replace("FILE", path.toString()),
                    assertThrows(Refusal.class, () -> read(path, row[1]), row[0]).getMessage());
        }
        assertEquals(10, table.length);
    }

    @Test
    void aFileThatHasChangedIsNotTakenForTheOneThatWasNotedDown() throws Exception {
        Path path = file("a.weight 4x3");
        LoadedWeights before = read(path, "all");
        WeightsReading noted = WeightsReading.DEFAULT.withHash(before.hash());
        assertEquals(before, LayerFiles.read(path.toString(), noted));

        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        Files.write(path, bytes);
        // A clock of files may tick more slowly than this test writes.
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() + 5000));

        assertEquals(
                "the weights in %s are not those that were noted down: the file has changed; bring the old one back, or take them as they are now: send them from Inspect again, or leave out --weights-hash"
                        .formatted(path),
                assertThrows(Refusal.class, () -> LayerFiles.read(path.toString(), noted))
                        .getMessage());
        assertEquals(16, read(path, "all").hash().length());
    }

    @Test
    void theFileThatComesAlongIsANetworkOfItsOwn() {
        LoadedWeights example = LayerFiles.read(WeightFile.EXAMPLE, WeightsReading.DEFAULT);

        assertEquals(List.of(784, 256, 256, 256, 128, 10), example.widths().widths());
        Experiment experiment = Experiment.DEFAULT.withInitializer(example);
        assertEquals(experiment, LayerFiles.withAbsolutePath(experiment));
        assertEquals(WeightFile.EXAMPLE, LayerFiles.find(WeightFile.EXAMPLE, directory));
    }

    @Test
    void aRelativePathIsAlsoLookedForBesideTheFileThatNamesIt() throws Exception {
        Path path = file("a.weight 4x3");

        assertEquals(path.toString(), LayerFiles.find(path.getFileName().toString(), directory));
        assertEquals("none.npz", LayerFiles.find("none.npz", directory));
    }
}
