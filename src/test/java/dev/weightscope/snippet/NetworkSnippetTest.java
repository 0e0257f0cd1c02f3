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
            "sizes = [300, 0, 300, 0, 300]",
            "norms = (nn.LayerNorm(n, eps=1e-5) if n else nn.Identity() for n in sizes)",
            "    if number in {1, 3}:  # a branch begins",
            "        x = x + 0.5 * self.layers[number](activation(layer(norm(x))))",
            "        number += 2",
            "        x = activation(norm(layer(x)))",
        };
        assertEquals(10, count(text, lines));
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
        assertEquals(27 * 5, checked);
    }

    @Test
    void normsLearnScaleAndShift() {
        String[][] table = {
            {"batch", "nn.BatchNorm1d(n, eps=1e-5, momentum=0.1)"},
            {"layer", "nn.LayerNorm(n, eps=1e-5)"},
            {"rms", "nn.RMSNorm(n, eps=1e-5)"},
        };
        for (String[] row : table) {
            String[] lines = {
                "self.norms = nn.ModuleList(%s for n in widths[1:])".formatted(row[1]),
                "for layer, norm in zip(self.layers, self.norms):",
                "    x = activation(norm(layer(x)))"
            };
            assertEquals(3, count(network("--norm " + row[0]), lines));
        }
        assertEquals(3, table.length);
    }

    @Test
    void whatIsMeasuredIsFittedToAnInputOfTheSameLaw() {
        String text =
                network(
                        "--initializer lsuv --gain 2 --norm batch --width 30 --input uniform"
                                + " --input-scale 3 --samples 200");
        String[] lines = {
            "def fit(self, x):",
            "hook = layer.register_forward_hook(",
            "if abs(std - 1) <= 0.1 or std == 0 or not math.isfinite(std):",
            "layer.weight.copy_(2 * Q / divisor)",
            "norm.reset_running_stats()",
            "x = 3 * (2 * torch.rand(200, 30) - 1)",
            "network.fit(x)",
        };
        assertEquals(7, count(text, lines));
        assertTrue(!network("--initializer lsuv --gain 0").contains("fit("), "all weights are 0");
    }

    @Test
    void anotherFormatIsRoundedToWhereTheProgramDoes() {
        String text = network("--format bfloat16 --skip one --norm rms --depth 3 --width 8");
        String[] lines = {
            "# Kept in bfloat16; products are summed in float32.",
            "    return x.to(torch.bfloat16).float()",
            "W.copy_(kept(W))",
            "b.copy_(kept(b))",
            "x = kept(x)",
            "x = kept(x + activation(layer(kept(norm(x)))))",
            "x = kept(activation(norm(layer(x))))",
        };
        assertEquals(7, count(text, lines));
    }

    /// How many of the lines there are, each ended by the line's end.
    private static int count(String text, String[] lines) {
        for (String line : lines) {
            assertTrue(text.contains(line + "\n"), line + " in\n" + text);
        }
        return lines.length;
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
