package dev.weightscope.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Layout;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.LoadedWeights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadedSnippetTest {
    private static Experiment experiment(String source, double gain) {
        LoadedTensor first = new LoadedTensor("fc1.weight", 3, 2, new float[] {1, 2, 3, 4, 5, 6});
        LoadedTensor bias = new LoadedTensor("fc1.bias", 1, 2, new float[] {7, 8});
        LoadedTensor second = new LoadedTensor("a\"b", 2, 1, new float[] {9, 10});
        LoadedWeights weights =
                new LoadedWeights(
                        source,
                        List.of(
                                new LoadedLayer(Layout.OUT_IN, first, Optional.of(bias)),
                                new LoadedLayer(Layout.IN_OUT, second, Optional.empty())));
        return Experiment.DEFAULT
                .withWidths(weights.widths())
                .withInitializer(weights)
                .withGain(gain);
    }

    private static String layer(Framework framework, String source, int layer, double gain) {
        return Snippets.layer(framework, experiment(source, gain), layer);
    }

    @Test
    void pytorchReadsTensorsByTheirNamesOutByIn() {
        assertEquals(
                """
                import safetensors.torch

                # net.safetensors, gain 1
                # W = g * fc1.weight
                # Layer 1 of 2; W is fan_out x fan_in: y = x @ W.T + b
                fan_in, fan_out = 3, 2
                file = safetensors.torch.load_file("models/net.safetensors")
                W = file["fc1.weight"].float()
                b = file["fc1.bias"].float()
                """,
                layer(Framework.PYTORCH, "models/net.safetensors", 1, 1));
        assertTrue(
                layer(Framework.PYTORCH, "net.safetensors", 2, 1.5)
                        .contains(
                                """
                                W = 1.5 * file["a\\"b"].T.float()
                                b = torch.zeros(fan_out)
                                """));
    }

    @Test
    void othersTakeThemInByOutInSinglePrecision() {
        record Row(Framework framework, String source, String lines) {}
        List<Row> rows =
                List.of(
                        new Row(
                                Framework.NUMPY,
                                "net.safetensors",
                                """
                                file = safetensors.numpy.load_file("net.safetensors")
                                W = file["fc1.weight"].T.astype(np.float32)
                                b = file["fc1.bias"].astype(np.float32)
                                """),
                        new Row(
                                Framework.JAX,
                                "net.npz",
                                """
                                file = np.load("net.npz")
                                W = jnp.asarray(file["fc1.weight"].T, jnp.float32)
                                b = jnp.asarray(file["fc1.bias"], jnp.float32)
                                """),
                        new Row(
                                Framework.KERAS,
                                "one.npy",
                                """
                                file = {"fc1.weight": np.load("one.npy")}
                                W = keras.ops.convert_to_tensor(file["fc1.weight"].T.astype("float32"))
                                b = keras.ops.convert_to_tensor(file["fc1.bias"].astype("float32"))
                                """),
                        new Row(
                                Framework.PYTORCH,
                                "net.npz",
                                """
                                file = np.load("net.npz")
                                W = torch.tensor(file["fc1.weight"].astype(np.float32)).float()
                                b = torch.tensor(file["fc1.bias"].astype(np.float32)).float()
                                """));
        for (Row row : rows) {
            String found = layer(row.framework, row.source, 1, 1);
            assertTrue(found.endsWith("\n" + row.lines), found);
        }
        assertEquals(4, rows.size());
    }

    /// A GGUF file, or a checkpoint outside of PyTorch: what the program saves has names of its own
    /// and lies out × in.
    @Test
    void whatPythonDoesNotReadIsSavedFirst() {
        int checked = 0;
        for (String source : List.of("net.gguf", "model.keras", "net.pt", "small-mlp")) {
            String found = layer(Framework.NUMPY, source, 2, 2);
            String name = source.replaceAll("\\..*", "");
            assertTrue(
                    found.endsWith(
                            """
                            file = safetensors.numpy.load_file("%s.safetensors")
                            W = 2 * file["layers.1.weight"].T.astype(np.float32)
                            b = np.zeros(fan_out, np.float32)
                            """
                                    .formatted(name)),
                    found);
            assertTrue(
                    found.replace("\n# ", " ")
                            .contains("--save-weights " + name + ".safetensors."));
            checked++;
        }
        assertEquals(4, checked);
        String checkpoint = layer(Framework.PYTORCH, "net.pt", 1, 1);
        assertTrue(
                checkpoint.contains(
                        "file = torch.load(\"net.pt\", map_location=\"cpu\", weights_only=True)\n"),
                checkpoint);
    }

    @Test
    void aModuleTakesAllLayersFromTheFile() {
        String found = Snippets.network(experiment("net.safetensors", 3));
        assertTrue(
                found.contains(
                        """
                                file = safetensors.torch.load_file("net.safetensors")
                                for number, layer in enumerate(self.layers, start=1):
                                    W, b = layer.weight, layer.bias
                                    fan_out, fan_in = W.shape
                                    if number in {1}:
                                        W.copy_(3 * file["fc1.weight"].float())
                                        b.copy_(file["fc1.bias"])
                                    elif number in {2}:
                                        W.copy_(3 * file["a\\"b"].T.float())
                                        torch.nn.init.zeros_(b)
                        """),
                found);
    }
}
