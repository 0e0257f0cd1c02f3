package dev.weightscope.jacobian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Spectra beside those that NumPy found in double.
class GoldenJacobianTest {
    private static final int RUNS = 3;
    private static final int MORE_RUNS = 6;

    /// Standard errors of the difference of two means of a few runs.
    private static final double ERRORS = 4;

    /// Of weights in float32.
    private static final double ROUNDING = 5e-6;

    private static final Map<String, ToDoubleFunction<DepthSpectrum>> FIGURES =
            new LinkedHashMap<>();

    static {
        FIGURES.put("mean_squared", DepthSpectrum::meanSquare);
        FIGURES.put("max", DepthSpectrum::largest);
        FIGURES.put("min", DepthSpectrum::smallest);
        FIGURES.put("median", DepthSpectrum::median);
        FIGURES.put("var_of_squared_over_mean2", DepthSpectrum::relativeVariance);
        FIGURES.put("numerical_rank", GoldenJacobianTest::numericalRank);
    }

    /// As NumPy's side counts it.
    private static double numericalRank(DepthSpectrum spectrum) {
        int rank = 0;
        for (int i = 0; i < spectrum.size(); i++) {
            rank += spectrum.value(i) > 1e-13 * spectrum.largest() ? 1 : 0;
        }
        return rank;
    }

    /// Beside every cell that is not rounding: a min or a median below 1e-15 of the largest.
    @Test
    void figuresAreThoseOfNumpyWithinTheirErrors() throws IOException {
        boolean isWhole = "all".equals(System.getProperty("golden.cells"));
        List<String> far = new ArrayList<>();
        int cells = 0;
        JsonNode table = table();
        int width = table.get("width").asInt();
        for (Map.Entry<String, JsonNode> cell : table.get("results").properties()) {
            String[] key = cell.getKey().split("/", -1);
            int depth = Integer.parseInt(key[2]);
            if (!isWhole && depth > 10) {
                continue;
            }
            double gain =
                    table.get("critical_gain").get(key[0]).asDouble() * Double.parseDouble(key[3]);
            Experiment experiment =
                    Jacobians.experiment(
                                    Keyed.find("activation", ActivationFunction.values(), key[0]),
                                    key[1].equals("gaussian")
                                            ? InitializerScheme.LECUN_NORMAL
                                            : InitializerScheme.ORTHOGONAL,
                                    depth,
                                    width)
                            .withGain(gain);
            List<DepthSpectrum> runs = new ArrayList<>();
            for (int seed = 1; seed <= (isWhole ? MORE_RUNS : RUNS); seed++) {
                runs.add(Jacobians.last(experiment.withSeed(seed)));
            }
            for (Map.Entry<String, ToDoubleFunction<DepthSpectrum>> figure : FIGURES.entrySet()) {
                JsonNode theirs = cell.getValue().get(figure.getKey());
                double largest = cell.getValue().get("max").get("avg").asDouble();
                boolean isOfValues = List.of("min", "median").contains(figure.getKey());
                if (isOfValues && theirs.get("avg").asDouble() < 1e-15 * largest) {
                    continue;
                }
                cells++;
                double[] mine = runs.stream().mapToDouble(figure.getValue()).toArray();
                compare(cell.getKey() + " " + figure.getKey(), mine, theirs, far);
            }
        }
        assertEquals(List.of(), far);
        assertEquals(isWhole ? 81 : 41, cells);
    }

    /// The spread of a figure is taken from both sides: with a few runs of a figure of long tails
    /// either side's own may be far too small.
    private static void compare(String name, double[] mine, JsonNode theirs, List<String> far) {
        double[] reference = new double[theirs.get("runs").size()];
        for (int i = 0; i < reference.length; i++) {
            reference[i] = theirs.get("runs").get(i).asDouble();
        }
        double mean = Arrays.stream(mine).average().orElseThrow();
        double expected = theirs.get("avg").asDouble();
        double variance =
                (squares(mine, mean) + squares(reference, expected))
                        / (mine.length + reference.length - 2);
        double allowed =
                ERRORS * Math.sqrt(variance * (1.0 / mine.length + 1.0 / reference.length))
                        + ROUNDING * Math.max(1, expected);
        if (!(Math.abs(mean - expected) <= allowed)) {
            far.add(
                    "%s: %s of %s, NumPy %s of %s"
                            .formatted(
                                    name,
                                    mean,
                                    Arrays.toString(mine),
                                    expected,
                                    Arrays.toString(reference)));
        }
    }

    private static double squares(double[] values, double mean) {
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    }

    private static JsonNode table() throws IOException {
        try (InputStream stream =
                GoldenJacobianTest.class.getResourceAsStream("/golden/jacobian.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream));
        }
    }
}
