package dev.weightscope.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import org.junit.jupiter.api.Test;

class NetworkSnippetTest {
    @Test
    void aPlainNetworkIsALoopOverItsLayers() {
        assertEquals(
                """
                import torch
                import torch.nn.functional as F
                from torch import nn


                def activation(x):
                    return F.relu(x)


                class Network(nn.Module):
                    def __init__(self):
                        super().__init__()
                        widths = [784, 100, 100, 10]
                        pairs = zip(widths, widths[1:])
                        self.layers = nn.ModuleList(nn.Linear(i, o) for i, o in pairs)
                        self.draw()

                    @torch.no_grad()
                    def draw(self):
                        for number, layer in enumerate(self.layers, start=1):
                            W, b = layer.weight, layer.bias
                            fan_out, fan_in = W.shape
                            torch.nn.init.kaiming_normal_(W, mode="fan_in", nonlinearity="relu")
                            torch.nn.init.zeros_(b)

                    def forward(self, x):
                        for layer in self.layers:
                            x = activation(layer(x))
                        return x


                torch.manual_seed(42)
                network = Network()
                """,
                network("--widths 784,100,100,10 --activation relu --initializer he-normal"));
    }

    @Test
    void branchesHaveTheirOwnLawsAndTheirWayForward() {
        String text =
                network(
                        "--depth 5 --width 300 --initializer gpt2 --gain 2 --norm layer --skip two"
                                + " --branch-scale 0.5");
        String[] lines = {
            "if number in {1, 3, 5}:",
            "    s = 2 * 0.02",
            "elif number in {2, 4}:",
            "    s = 2 * 0.02 / math.sqrt(2 * 2)",
            "return F.layer_norm(x, x.shape[-1:], eps=1e-5)",
            "    if number in {1, 3}:  # a branch begins",
            "        x = x + 0.5 * self.layers[number](activation(layer(norm(x))))",
            "        number += 2",
            "        x = activation(norm(layer(x)))",
        };
        int from = 0;
        for (String line : lines) {
            assertTrue(text.contains(line + "\n"), line + " in\n" + text);
            from++;
        }
        assertEquals(9, from);
    }

    /// Each layer's block draws by the law of its place, as a single layer's snippet does.
    @Test
    void everyLayerIsDrawnByItsLaw() {
        int checked = 0;
        for (InitializerScheme scheme : InitializerScheme.values()) {
            var experiment =
                    ExperimentText.parse(
                            "--widths 30,20,20,20,20,10 --skip two --gain 1.5 --initializer "
                                    + scheme.key());
            if (scheme == InitializerScheme.LSUV) {
                continue;
            }
            String text = Snippets.network(experiment);
            for (LayerPlace place : experiment.places()) {
                Law law =
                        new SnippetReader(
                                        Snippets.layer(
                                                Framework.PYTORCH, experiment, place.layer()))
                                .law();
                LayerLaw layer = LayerLaw.of(experiment, place);
                assertEquals(law.getClass(), layer.weights().getClass());
                for (String line : TorchDraws.weights(layer)) {
                    assertTrue(text.contains(line), text);
                }
                checked++;
            }
        }
        assertEquals(26 * 5, checked);
    }

    @Test
    void everyActivationIsCalledOnce() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            String text = network("--activation " + function.key());
            String name = function.key().replace("leaky-relu", "leaky_relu");
            assertTrue(
                    text.contains(
                            function == ActivationFunction.LINEAR
                                    ? "return x\n"
                                    : "." + name + "(x"),
                    text);
            checked++;
        }
        assertEquals(14, checked);
    }

    private static String network(String text) {
        return Snippets.network(ExperimentText.parse(text));
    }
}
