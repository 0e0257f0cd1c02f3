package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.ExperimentWeights;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.registry.Labs;
import dev.weightscope.weights.Tensor;
import dev.weightscope.weights.WeightFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedWeightsTest {
    @TempDir Path directory;

    @Test
    void whatIsSavedIsWhatTheExperimentIsRunWith() throws Exception {
        String[] table = {
            "--widths 7,5,3 --input normal --initializer he-normal --bias normal",
            "--widths 130,70 --initializer orthogonal --gain 1.5",
            "--widths 6,6,6 --initializer xavier-uniform --activation tanh --format bfloat16",
            "--widths 12,9,4 --initializer lsuv --samples 50",
        };
        int checked = 0;
        for (String options : table) {
            Path file = directory.resolve("net" + checked + ".safetensors");
            List<String> arguments = new ArrayList<>(List.of("run", "--kernel", "scalar"));
            arguments.addAll(List.of(options.split(" ")));
            arguments.addAll(List.of("--save-weights", file.toString()));

            Outcome outcome = run(arguments.toArray(String[]::new));

            assertEquals("", outcome.err(), options);
            checkFile(file, ExperimentText.parse(options), options);
            checked++;
        }
        assertEquals(4, checked);
    }

    private static Outcome run(String... words) {
        return Outcome.of(
                new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20),
                new FakeWindow(_ -> false),
                Labs.ALL,
                words);
    }

    private static void checkFile(Path path, Experiment experiment, String message)
            throws Exception {
        List<float[]> expected = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            ExperimentWeights.draw(
                    experiment,
                    kernel,
                    Cancellation.NEVER,
                    (weights, bias) -> {
                        expected.add(transposed(weights, bias.length));
                        expected.add(bias);
                    });
        }
        try (WeightFile file = WeightFile.open(path.toString())) {
            assertEquals(
                    ExperimentText.format(experiment), file.metadata().get("weightscope"), message);
            List<Tensor> tensors = file.tensors();
            assertEquals(expected.size(), tensors.size(), message);
            for (int i = 0; i < tensors.size(); i++) {
                Tensor tensor = tensors.get(i);
                assertEquals(
                        "layers.%d.%s".formatted(i / 2, i % 2 == 0 ? "weight" : "bias"),
                        tensor.name());
                double[] found = new double[(int) tensor.count()];
                tensor.read(0, found, found.length);
                float[] wanted = expected.get(i);
                double[] doubles = new double[wanted.length];
                for (int k = 0; k < wanted.length; k++) {
                    doubles[k] = wanted[k];
                }
                assertArrayEquals(doubles, found, message + ", " + tensor.name());
            }
        }
    }

    /// @return out × in
    private static float[] transposed(float[] weights, int units) {
        float[] transposed = new float[weights.length];
        int inputs = weights.length / units;
        for (int i = 0; i < weights.length; i++) {
            transposed[i % units * inputs + i / units] = weights[i];
        }
        return transposed;
    }

    @Test
    void aNameThatIsNoSuchFilesIsOneSentenceAndNothingIsComputed() {
        assertEquals(
                "save-weights \"net.pt\" is not the name of a file that ends in .safetensors;"
                        + " write for example net.safetensors",
                run("run", "--depth", "2", "--save-weights", "net.pt").err().strip());
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Path taken = Files.createFile(directory.resolve("taken"));
        Path file = taken.resolve("net.safetensors");

        Outcome outcome = run("run", "--widths", "3,2", "--save-weights", file.toString());

        assertEquals(1, outcome.exitCode());
        assertEquals("", outcome.out());
        assertFalse(Files.exists(file));
    }
}
