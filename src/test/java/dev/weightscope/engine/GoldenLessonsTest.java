package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The numbers of the three lessons that the program grew out of, as NumPy computes them.
class GoldenLessonsTest {
    private static final Golden GOLDEN = new Golden();
    private static final int THEIR_RUNS = 50;

    @AfterAll
    static void close() {
        GOLDEN.close();
    }

    @Test
    void theExerciseGivesTheNotebooksNumbersAndHistograms() {
        Experiment xavier = Experiment.DEFAULT;
        Map<String, Experiment> experiments =
                Map.of(
                        "uniform_-1_1",
                        xavier.withInitializer(StandardInitializer.of(InitializerScheme.UNIFORM)),
                        "xavier_gain_1",
                        xavier,
                        "xavier_gain_sqrt2",
                        xavier.withGain(Math.sqrt(2)));
        JsonNode table = Golden.table("feedforward.json");
        int seeds = 2;
        int checked = 0;
        for (var entry : experiments.entrySet()) {
            JsonNode theirs = table.get(entry.getKey());
            List<Snapshot> runs = GOLDEN.run(entry.getValue(), seeds);
            for (int layer = 1; layer <= 10; layer++) {
                agrees(theirs, "mean", runs, layer, each -> each.activation().mean());
                agrees(theirs, "std", runs, layer, each -> each.activation().std());
                agrees(
                        theirs,
                        "fraction_abs_gt_0.97",
                        runs,
                        layer,
                        each -> each.activation().saturatedShare());
                checked += 3 + checkHistogram(theirs, runs, layer);
            }
        }
        assertEquals(3 * 10 * (3 + 50), checked);
    }

    private static int checkHistogram(JsonNode theirs, List<Snapshot> runs, int layer) {
        JsonNode reference = theirs.get("histogram_50_bins_-1_1_fractions");
        int bins = reference.get("avg").get(layer - 1).size();
        for (int bin = 0; bin < bins; bin++) {
            double average = reference.get("avg").get(layer - 1).get(bin).asDouble();
            double error = reference.get("se").get(layer - 1).get(bin).asDouble();
            int index = bin;
            double mine =
                    Golden.average(
                            runs,
                            layer,
                            each -> {
                                Histogram histogram = each.activation().histogram();
                                return histogram.count(index) / (double) histogram.total();
                            });
            double tolerance = 5 * error * Math.sqrt(1 + THEIR_RUNS / (double) runs.size()) + 1e-6;
            assertEquals(average, mine, tolerance, "layer " + layer + ", bin " + bin);
        }
        return bins;
    }

    private static void agrees(
            JsonNode theirs,
            String name,
            List<Snapshot> runs,
            int layer,
            ToDoubleFunction<LayerStatistics> figure) {
        Golden.assertAgrees(
                name,
                theirs.get(name),
                THEIR_RUNS,
                layer,
                Golden.average(runs, layer, figure),
                runs.size(),
                1e-6);
    }

    @Test
    void theDigitsNetworkGivesTheBlogsNumbers() {
        Experiment network =
                Golden.experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL)
                        .withWidths(LayerWidths.Listed.parse("784,100,100,10"))
                        .withSamples(2000);
        Map<String, Experiment> experiments =
                Map.of(
                        "he",
                        network,
                        "inv_sqrt_n",
                        with(network, InitializerScheme.LECUN_NORMAL),
                        "two_over_sqrt_n",
                        with(network, InitializerScheme.LECUN_NORMAL).withGain(2),
                        "normal_0.01",
                        network.withInitializer(normal(0.01)),
                        "zeros",
                        with(network, InitializerScheme.ZEROS),
                        "xavier_uniform",
                        with(network, InitializerScheme.XAVIER_UNIFORM),
                        "xavier_normal",
                        with(network, InitializerScheme.XAVIER_NORMAL));
        JsonNode table = Golden.table("mlp_784_100_100_10.json");
        int checked = 0;
        for (var entry : experiments.entrySet()) {
            JsonNode theirs = table.get(entry.getKey());
            List<Snapshot> runs = GOLDEN.run(entry.getValue(), 5);
            for (int layer = 1; layer <= 3; layer++) {
                agrees(theirs, "pre_mean", runs, layer, each -> each.preActivation().mean());
                agrees(theirs, "pre_std", runs, layer, each -> each.preActivation().std());
                agrees(theirs, "relu_mean", runs, layer, each -> each.activation().mean());
                agrees(theirs, "relu_std", runs, layer, each -> each.activation().std());
                agrees(theirs, "relu_rms", runs, layer, each -> each.activation().rms());
                checked += 5;
            }
        }
        assertEquals(7 * 3 * 5, checked);
    }

    @Test
    void theExplodingChainGrowsAndOverflowsWhereFloat32Does() {
        List<Snapshot> runs = GOLDEN.run(chain(1, 1, 30), 8);
        int checked = checkChain(Golden.table("chains.json").get("exploding"), runs, 27);
        for (Snapshot run : runs) {
            assertEquals(OptionalInt.of(14), run.firstSquareOverflowLayer());
            int overflow = run.firstOverflowLayer().orElseThrow();
            assertTrue(overflow == 28 || overflow == 29, "layer " + overflow);
            checked++;
        }
        assertEquals(27 + 8, checked);
    }

    @Test
    void theVanishingChainShrinksAndEndsWhereFloat32Does() {
        List<Snapshot> runs = GOLDEN.run(chain(0.01, 0.01, 70), 4);
        int checked = checkChain(Golden.table("chains.json").get("vanishing"), runs, 65);
        for (Snapshot run : runs) {
            assertEquals(OptionalInt.empty(), run.firstOverflowLayer());
            int zero = run.firstAllZeroLayer().orElseThrow();
            assertTrue(zero == 66 || zero == 67, "layer " + zero);
            checked++;
        }
        assertEquals(65 + 4, checked);
    }

    /// Compares logarithms: the std of a product of matrices is skewed.
    private static int checkChain(JsonNode theirs, List<Snapshot> runs, int layers) {
        JsonNode reference = theirs.get("std_per_layer");
        int checked = 0;
        for (int layer = 1; layer <= layers; layer++) {
            double log = Math.log(reference.get("geometric_mean").get(layer - 1).asDouble());
            double spread = reference.get("log_sd").get(layer - 1).asDouble();
            double error = reference.get("log_mean_se").get(layer - 1).asDouble();
            double mine = Golden.average(runs, layer, each -> Math.log(each.activation().std()));
            double tolerance = 4 * Math.hypot(error, spread / Math.sqrt(runs.size()));
            assertEquals(log, mine, tolerance, "layer " + layer);
            checked++;
        }
        return checked;
    }

    @Test
    void oneWideLayerHasTheStdOfItsTheory() {
        JsonNode table = Golden.table("chains.json");
        Experiment wide = chain(1, 1, 1).withWidths(LayerWidths.Listed.parse("625,10000"));
        Map<String, Experiment> experiments =
                Map.of("wide_std_1", wide, "wide_std_1_25", wide.withInitializer(normal(0.04)));
        int checked = 0;
        for (var entry : experiments.entrySet()) {
            JsonNode theirs = table.get(entry.getKey());
            List<Snapshot> runs = GOLDEN.run(entry.getValue(), 4);
            double average = theirs.get("std_avg").asDouble();
            double spread = theirs.get("std_sd_between_runs").asDouble();
            double meanSpread = theirs.get("mean_sd_between_runs").asDouble();
            double error = spread * Math.sqrt(1 / 200.0 + 1 / 4.0);
            assertEquals(
                    average, Golden.average(runs, 1, each -> each.activation().std()), 4 * error);
            assertEquals(
                    0, Golden.average(runs, 1, each -> each.activation().mean()), 2 * meanSpread);
            checked += 2;
        }
        assertEquals(4, checked);
    }

    private static Experiment chain(double std, double inputScale, int depth) {
        return Golden.experiment(ActivationFunction.LINEAR, InitializerScheme.NORMAL)
                .withInitializer(normal(std))
                .withSamples(1)
                .withWidths(new LayerWidths.Same(depth, 512))
                .withInputScale(inputScale);
    }

    private static Experiment with(Experiment experiment, InitializerScheme scheme) {
        return experiment.withInitializer(StandardInitializer.of(scheme));
    }

    private static StandardInitializer normal(double std) {
        return StandardInitializer.of(InitializerScheme.NORMAL).with(InitializerParameter.STD, std);
    }
}
