package dev.weightscope.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Runs every preset and holds it to its two sentences; those of gradients are held to theirs by
/// [GradientPresetClaimsTest], those of training by `race`'s own test.
class PresetClaimsTest {
    private static final Map<String, Consumer<Snapshot>> CLAIMS = new LinkedHashMap<>();

    static {
        CLAIMS.put("exercise-uniform", PresetClaimsTest::saturatesAndGradientsExplode);
        CLAIMS.put("exercise-xavier-sqrt2", PresetClaimsTest::settlesAndGradientsGrow);
        CLAIMS.put("exercise-xavier", PresetClaimsTest::fallsLikeOneOverTwiceTheLayer);
        CLAIMS.put("too-small", PresetClaimsTest::shrinksAsALinearNetwork);
        CLAIMS.put("relu-xavier", PresetClaimsTest::halvesTheSecondMoment);
        CLAIMS.put("relu-he", PresetClaimsTest::holdsTheRmsButNotThePerUnitStd);
        CLAIMS.put("mlp-784-he", PresetClaimsTest::holdsAllThreeLayers);
        CLAIMS.put("exploding-chain", PresetClaimsTest::squaresOverflowFarBeforeValues);
        CLAIMS.put("vanishing-chain", PresetClaimsTest::underflowsToExactZero);
        CLAIMS.put("one-wide-layer", PresetClaimsTest::addsUpItsInputs);
        CLAIMS.put("zeros", PresetClaimsTest::isZeroFromTheFirstLayer);
    }

    @Test
    void everyPresetKeepsItsWord() {
        List<Preset> presets =
                Presets.all().stream().filter(preset -> preset.scene().isEmpty()).toList();
        List<String> keys = new ArrayList<>(CLAIMS.keySet());
        keys.addAll(GradientPresetClaimsTest.KEYS);
        assertEquals(presets.stream().map(Preset::key).toList(), keys);
        for (Preset preset : presets) {
            if (GradientPresetClaimsTest.KEYS.contains(preset.key())) {
                continue;
            }
            CLAIMS.getOrDefault(preset.key(), _ -> {}).accept(run(preset.experiment()));
        }
    }

    @Test
    void weightsOfOneTwentyFifthGiveAStdOfOne() {
        Preset preset = Presets.find("one-wide-layer");
        assertNear(
                1, run(preset.compared().getFirst().experiment()).last().activation().std(), 0.1);
    }

    private static void saturatesAndGradientsExplode(Snapshot snapshot) {
        for (LayerStatistics layer : snapshot.layers()) {
            assertNear(0.87, layer.activation().saturatedShare(), 0.01);
        }
        assertNear(7, gradientGrowth(snapshot), 0.5);
    }

    private static void settlesAndGradientsGrow(Snapshot snapshot) {
        assertNear(0.72, std(snapshot, 1), 0.01);
        assertNear(0.56, std(snapshot, 8), 0.015);
        assertNear(0.56, std(snapshot, 10), 0.01);
        assertNear(1.1, gradientGrowth(snapshot), 0.02);
    }

    private static void fallsLikeOneOverTwiceTheLayer(Snapshot snapshot) {
        assertNear(0.63, std(snapshot, 1), 0.005);
        assertNear(0.23, std(snapshot, 10), 0.005);
        assertDecreasing(stds(snapshot));
        Snapshot deep = run(snapshot.experiment().withDepth(60).withSamples(200));
        double variance = Math.pow(std(deep, 60), 2);
        assertNear(1, variance * 2 * 60, 0.15);
    }

    private static void shrinksAsALinearNetwork(Snapshot snapshot) {
        for (int layer = 2; layer <= 10; layer++) {
            assertNear(0.22, std(snapshot, layer) / std(snapshot, layer - 1), 0.01);
        }
        assertNear(3e-7, std(snapshot, 10), 0.3e-7);
        assertTrue(
                snapshot.layers().stream()
                        .allMatch(layer -> layer.activation().saturatedShare() == 0));
        assertNear(0.05, gradientGrowth(snapshot), 0.002);
    }

    private static void halvesTheSecondMoment(Snapshot snapshot) {
        for (LayerStatistics layer : snapshot.layers()) {
            assertNear(0.5, layer.activation().zeroShare(), 0.05);
            assertNear(
                    Math.sqrt(0.5), layer.activation().rms() / layer.preActivation().rms(), 0.05);
        }
        assertNear(0.03, snapshot.last().activation().rms(), 0.01);
    }

    private static void holdsTheRmsButNotThePerUnitStd(Snapshot snapshot) {
        for (LayerStatistics layer : snapshot.layers()) {
            assertNear(0.5, layer.activation().zeroShare(), 0.05);
            assertNear(1, layer.activation().rms(), 0.2);
        }
        assertNear(0.83, snapshot.layer(1).activation().perUnitStd(), 0.01);
        assertNear(0.3, snapshot.last().activation().perUnitStd(), 0.05);
    }

    private static void holdsAllThreeLayers(Snapshot snapshot) {
        assertEquals(3, snapshot.layers().size());
        for (LayerStatistics layer : snapshot.layers()) {
            assertNear(Math.sqrt(2), layer.preActivation().std(), 0.35);
            assertNear(1, layer.activation().rms(), 0.3);
        }
        double[] lastStds = new double[8];
        double[] firstStds = new double[8];
        for (int seed = 0; seed < 8; seed++) {
            Snapshot drawn = run(snapshot.experiment().withSeed(seed));
            firstStds[seed] = drawn.layer(1).preActivation().std();
            lastStds[seed] = drawn.last().preActivation().std();
        }
        assertTrue(spread(lastStds) > 4 * spread(firstStds));
    }

    private static void squaresOverflowFarBeforeValues(Snapshot snapshot) {
        assertEquals(14, snapshot.firstSquareOverflowLayer().orElseThrow());
        assertTrue(List.of(28, 29).contains(snapshot.firstOverflowLayer().orElseThrow()));
        assertNear(22.6, perLayer(snapshot, 20), 0.4);
    }

    private static void underflowsToExactZero(Snapshot snapshot) {
        assertTrue(List.of(66, 67).contains(snapshot.firstAllZeroLayer().orElseThrow()));
        assertTrue(snapshot.last().activation().allZero());
        assertNear(0.226, perLayer(snapshot, 20), 0.004);
    }

    private static void addsUpItsInputs(Snapshot snapshot) {
        assertEquals(625, snapshot.last().fanIn());
        assertEquals(10_000, snapshot.last().fanOut());
        assertNear(25, snapshot.last().activation().std(), 1);
    }

    private static void isZeroFromTheFirstLayer(Snapshot snapshot) {
        assertEquals(1, snapshot.firstAllZeroLayer().orElseThrow());
        assertTrue(snapshot.layers().stream().allMatch(layer -> layer.activation().allZero()));
    }

    /// χ = σ_w²·E[φ′(h)²], the growth of a gradient's second moment through the last layer
    /// (Schoenholz et al. 2017, arXiv 1611.01232, eq. 9), for h normal with the measured RMS.
    private static double gradientGrowth(Snapshot snapshot) {
        Experiment experiment = snapshot.experiment();
        double size = snapshot.last().preActivation().rms();
        double mean = 0;
        double step = 0.001;
        for (double z = -8; z <= 8; z += step) {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            mean += step * density * Math.pow(experiment.activation().slope(size * z), 2);
        }
        return experiment.explanation().effectiveVariance() * mean;
    }

    /// The factor from one layer to the next, as a geometric mean up to a layer.
    private static double perLayer(Snapshot snapshot, int layer) {
        return Math.pow(std(snapshot, layer) / std(snapshot, 1), 1.0 / (layer - 1));
    }

    private static double std(Snapshot snapshot, int layer) {
        return snapshot.layer(layer).activation().std();
    }

    private static double[] stds(Snapshot snapshot) {
        return snapshot.layers().stream()
                .map(LayerStatistics::activation)
                .mapToDouble(TensorStatistics::std)
                .toArray();
    }

    private static double spread(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    private static void assertDecreasing(double[] values) {
        for (int i = 1; i < values.length; i++) {
            assertTrue(values[i] < values[i - 1], Arrays.toString(values));
        }
    }

    private static void assertNear(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance);
    }

    private static Snapshot run(Experiment experiment) {
        try (Kernel kernel = Kernels.scalar(2)) {
            return new Engine(kernel).run(experiment, Cancellation.NEVER);
        }
    }
}
