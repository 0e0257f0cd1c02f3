package dev.weightscope.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdicts;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Runs the presets that are about gradients, there and back, and holds each to its two sentences.
class GradientPresetClaimsTest {
    static final List<String> KEYS =
            List.of(
                    "batch-norm-explodes",
                    "pre-norm-residual",
                    "residual-unscaled",
                    "gpt2-mlp",
                    "saturated-exploding");

    @Test
    void batchNormMakesTheGradientExplode() {
        Preset preset = Presets.find("batch-norm-explodes");
        Snapshot batch = run(preset.experiment());
        double perLayer = Math.pow(gradient(batch, 2) / gradient(batch, 29), 1 / 27.0);
        assertEquals(1.2, perLayer, 0.02);
        assertEquals(Math.sqrt(Math.PI / (Math.PI - 1)), 1.2112, 1e-4);
        assertEquals(1.467, Math.PI / (Math.PI - 1), 5e-4);
        for (Preset.Compared each : preset.compared()) {
            assertEquals(1, ratio(run(each.experiment())), 0.6, each.label());
        }
    }

    @Test
    void preNormBranchesAddUp() {
        Preset preset = Presets.find("pre-norm-residual");
        Snapshot normed = run(preset.experiment());
        for (int branch : List.of(1, 8, 16, 32)) {
            assertEquals(
                    Math.sqrt(1 + branch), stream(normed, branch), 0.08 * Math.sqrt(1 + branch));
            assertEquals(
                    Math.sqrt(33.0 / (1 + branch)),
                    streamGradient(normed, branch),
                    0.12 * Math.sqrt(33.0 / (1 + branch)));
        }
        Snapshot bare = run(preset.compared().getFirst().experiment());
        assertEquals(16, log2(stream(bare, 32)), 1);
    }

    @Test
    void branchesAsTheyAreDoubleTheSecondMoment() {
        Preset preset = Presets.find("residual-unscaled");
        Snapshot unscaled = run(preset.experiment());
        assertEquals(20, 2 * log2(stream(unscaled, 20)), 1);
        assertEquals(19, 2 * log2(streamGradient(unscaled, 1)), 1);
        double scaled = stream(run(preset.compared().getFirst().experiment()), 20);
        assertEquals(Math.pow(1 + 1 / 20.0, 20), scaled * scaled, 0.25);
    }

    @Test
    void branchesOfGptTwoAddLittle() {
        Preset preset = Presets.find("gpt2-mlp");
        Snapshot gpt = run(preset.experiment());
        assertEquals(1, stream(gpt, 12), 0.02);
        assertEquals(1, streamGradient(gpt, 1), 0.02);
        assertEquals(Kind.STEADY, Verdicts.of(gpt).gravest().kind());
        Snapshot he = run(preset.compared().getFirst().experiment());
        assertEquals(5, stream(he, 12), 0.4);
        assertTrue(streamGradient(he, 1) > 2.5);
    }

    @Test
    void saturatedUnitsDoNotStopTheGradient() {
        Preset preset = Presets.find("saturated-exploding");
        Snapshot saturated = run(preset.experiment());
        for (LayerStatistics layer : saturated.layers()) {
            assertEquals(0.92, layer.activation().saturatedShare(), 0.01);
        }
        assertEquals(3.5, Math.pow(ratio(saturated), 1 / 9.0), 0.1);
        Snapshot xavier = run(preset.compared().getFirst().experiment());
        assertTrue(xavier.layer(1).activation().saturatedShare() < 0.05);
        assertEquals(0.28, ratio(xavier), 0.02);
    }

    /// Of the stream behind a branch of two layers, counted from 1.
    private static double stream(Snapshot snapshot, int branch) {
        return snapshot.layer(2 * branch).activation().rms();
    }

    private static double streamGradient(Snapshot snapshot, int branch) {
        return snapshot.layer(2 * branch).of(Quantity.ACTIVATION_GRADIENT).rms();
    }

    private static double gradient(Snapshot snapshot, int layer) {
        return snapshot.layer(layer).of(Quantity.PRE_ACTIVATION_GRADIENT).rms();
    }

    private static double ratio(Snapshot snapshot) {
        return snapshot.gradientRatio().orElseThrow();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static Snapshot run(Experiment experiment) {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            return new Engine(kernel).run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
        }
    }
}
