package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainZonesTest {
    private static final double LOW = 0.01;
    private static final double HIGH = 100;
    private static final List<InitializerScheme> DRAWN =
            List.of(
                    InitializerScheme.LARGE,
                    InitializerScheme.HE_UNIFORM,
                    InitializerScheme.ORTHOGONAL,
                    InitializerScheme.SPARSE);

    /// The RMS of ReLU under He is multiplied by the gain in each of the nine layers after the
    /// first.
    @Test
    void ofReluTheyEndWhereItsPowersSay() {
        List<GainZone> zones =
                zones(experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL));
        assertEquals(
                List.of(Fate.VANISHES, Fate.SHRINKS, Fate.HOLDS, Fate.GROWS, Fate.EXPLODES),
                zones.stream().map(GainZone::fate).toList());
        double[] growth = {1e-3, 0.5, 2, 1000};
        for (int i = 0; i < growth.length; i++) {
            double gain = Math.pow(growth[i], 1.0 / 9);
            assertEquals(gain, zones.get(i).high(), 2e-5 * gain);
        }
    }

    /// Of the classic exercise: at gain 1 the RMS falls from 0.63 to 0.23, at √2 it stays at 0.56,
    /// and at 5 most units are saturated.
    @Test
    void ofTanhTheyShrinkAtOneHoldAtRootTwoAndSaturateAtFive() {
        List<GainZone> zones = zones(Experiment.DEFAULT);
        assertEquals(Fate.VANISHES, at(zones, 0.3));
        assertEquals(Fate.SHRINKS, at(zones, 1));
        assertEquals(Fate.HOLDS, at(zones, Math.sqrt(2)));
        assertEquals(Fate.SATURATES, at(zones, 5));
        assertEquals(4, zones.size());
    }

    @Test
    void inADeepNetworkEvenTheThinnestZoneIsFound() {
        List<GainZone> zones =
                zones(
                        experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL)
                                .withDepth(1000));
        assertEquals(Fate.HOLDS, at(zones, 1));
        assertEquals(5, zones.size());
    }

    @Test
    void theyCoverTheRangeWithoutGapsAndNeighboursDiffer() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            for (InitializerScheme scheme : DRAWN) {
                List<GainZone> zones = zones(experiment(function, scheme));
                assertEquals(LOW, zones.getFirst().low());
                assertEquals(HIGH, zones.getLast().high());
                for (int i = 1; i < zones.size(); i++) {
                    assertEquals(zones.get(i - 1).high(), zones.get(i).low());
                    assertNotEquals(zones.get(i - 1).fate(), zones.get(i).fate());
                }
                checked++;
            }
        }
        assertEquals(14 * DRAWN.size(), checked);
    }

    @Test
    void theGainOfTheExperimentDoesNotMatter() {
        assertEquals(zones(Experiment.DEFAULT), zones(Experiment.DEFAULT.withGain(17)));
    }

    @Test
    void biasesKeepASignalThatWouldVanish() {
        Experiment biased = Experiment.DEFAULT.withBias(new Bias(BiasKind.NORMAL, 0.5));
        assertEquals(Fate.VANISHES, at(zones(Experiment.DEFAULT), LOW));
        assertEquals(Fate.HOLDS, at(zones(biased), LOW));
    }

    @Test
    void inputOfAFileStartsFromItsMeasuredSize() {
        DataTable ones = new DataTable("ones", 2, 2, new float[] {1, 1, -1, -1});
        DataTable large = new DataTable("large", 2, 2, new float[] {100, 100, -100, -100});
        Experiment plain =
                experiment(ActivationFunction.TANH, InitializerScheme.LECUN_NORMAL).withDepth(3);
        assertEquals(zones(plain), zones(plain.withTable(ones)));
        assertNotEquals(zones(plain), zones(plain.withTable(large)));
    }

    @Test
    void whereNothingIsDrawnThereAreNone() {
        for (InitializerScheme scheme :
                List.of(
                        InitializerScheme.ZEROS,
                        InitializerScheme.CONSTANT,
                        InitializerScheme.IDENTITY)) {
            Experiment experiment = experiment(ActivationFunction.TANH, scheme);
            assertEquals(List.of(), zones(experiment));
            assertTrue(Assumptions.objection(experiment).isPresent());
        }
        Experiment constant = Experiment.DEFAULT.withBias(new Bias(BiasKind.CONSTANT, 0.1));
        assertEquals(
                "Theory is of biases with mean 0; these are constant.",
                Assumptions.objection(constant).orElseThrow());
    }

    @Test
    void aNormalizationDividesTheGainOutAndThatIsSaid() {
        for (Normalization norm :
                List.of(Normalization.BATCH, Normalization.LAYER, Normalization.RMS)) {
            Experiment experiment = Experiment.DEFAULT.withNormalization(norm);
            assertEquals(List.of(), zones(experiment));
            assertEquals(
                    "No gain changes the signal: " + norm.noun() + " divides it out again.",
                    GainZones.objection(experiment).orElseThrow());
        }
    }

    @Test
    void besideBiasesItIsTheSizeThatANormalizationDividesOut() {
        Experiment experiment =
                Experiment.DEFAULT
                        .withNormalization(Normalization.LAYER)
                        .withBias(new Bias(BiasKind.NORMAL, 0.5));
        assertEquals(List.of(), zones(experiment));
        assertEquals(
                "No gain changes the size of the signal: layer norm divides it out again.",
                GainZones.idle(experiment).orElseThrow());
    }

    /// Twenty linear branches: q_L = (1 + g²)²⁰, a doubling of the RMS at g² = 4^(1/20) − 1, and a
    /// thousandfold at g² = 10^(6/20) − 1.
    @Test
    void pastSkipConnectionsTheyAreThoseOfTheStream() {
        Experiment experiment =
                experiment(ActivationFunction.LINEAR, InitializerScheme.LECUN_NORMAL)
                        .withDepth(40)
                        .withSkip(Skip.TWO);
        List<GainZone> zones = GainZones.of(experiment, 1e-3, 10, () -> {});
        assertEquals(
                List.of(Fate.HOLDS, Fate.GROWS, Fate.EXPLODES),
                zones.stream().map(GainZone::fate).toList());
        // Both layers of a branch have the gain: its second moment has the fourth power.
        assertEquals(Math.pow(Math.pow(4, 0.05) - 1, 0.25), zones.get(0).high(), 0.01);
    }

    private static Fate at(List<GainZone> zones, double gain) {
        return zones.stream()
                .filter(zone -> zone.low() <= gain && gain <= zone.high())
                .findFirst()
                .orElseThrow()
                .fate();
    }

    private static List<GainZone> zones(Experiment experiment) {
        return GainZones.of(experiment, LOW, HIGH, () -> {});
    }

    private static Experiment experiment(ActivationFunction function, InitializerScheme scheme) {
        Initializer initializer = StandardInitializer.of(scheme);
        return Experiment.DEFAULT
                .withActivation(Activation.of(function))
                .withInitializer(initializer);
    }
}
