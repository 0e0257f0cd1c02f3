package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.SpecialFunctions;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Each law's draws against the law. The seeds are fixed; bounds are five standard errors, which a
/// right sampler fails once in two million rows.
class WeightSamplerTest {
    private static final Kernel KERNEL = Kernels.scalar(2);
    private static final WeightSampler SAMPLER =
            new WeightSampler(KERNEL, new UnitDraws(KERNEL, new LargeArrays()));
    private static final int[][] SHAPES = {{200, 200}, {300, 90}, {90, 300}, {1, 4000}, {4000, 1}};
    private static final double ERRORS = 5;

    @AfterAll
    static void close() {
        KERNEL.close();
    }

    @Test
    void meanVarianceBoundsAndTailsOfEverySchemeAreThoseOfItsLaw() {
        int checked = 0;
        for (StandardInitializer initializer : everyDistribution()) {
            for (int[] shape : SHAPES) {
                Law law =
                        initializer
                                .weights(
                                        LayerPlace.plain(1, shape[0], shape[1]),
                                        Activation.of(ActivationFunction.RELU))
                                .times(1.5);
                checkDraws(law, draw(law, 7, 3, shape[0], shape[1]));
                checked++;
            }
        }
        assertEquals((27 + 2) * 5, checked);
    }

    private static void checkDraws(Law law, FMatrixRMaj w) {
        String name = law + " " + w.numRows + " x " + w.numCols;
        switch (law) {
            case Law.Constant(double value) -> {
                for (int i = 0; i < w.getNumElements(); i++) {
                    assertEquals((float) value, w.get(i), name);
                }
            }
            case Law.Identity(double scale) -> {
                for (int i = 0; i < w.numRows; i++) {
                    for (int j = 0; j < w.numCols; j++) {
                        assertEquals(i == j ? (float) scale : 0, w.get(i, j), name);
                    }
                }
            }
            case Law.Normal(double std) -> {
                checkMoments(name, w, std * std, 3);
                checkTail(name, w, std, 2 * SpecialFunctions.normalCdf(-1));
                checkTail(name, w, 2 * std, 2 * SpecialFunctions.normalCdf(-2));
                checkTail(name, w, 3 * std, 2 * SpecialFunctions.normalCdf(-3));
            }
            case Law.Uniform(double limit) -> {
                checkMoments(name, w, limit * limit / 3, 9 / 5.0);
                checkTail(name, w, limit / 2, 0.5);
                checkTail(name, w, 0.99 * limit, 0.01);
                assertTrue(largest(w) <= (float) limit, name);
                assertTrue(largest(w) > 0.99 * limit, name);
            }
            case Law.TruncatedNormal(double std, double cut) -> {
                checkMoments(name, w, law.variance(w.numRows, w.numCols), 3);
                double kept = 1 - 2 * SpecialFunctions.normalCdf(-cut);
                double beyond = SpecialFunctions.normalCdf(-1) - SpecialFunctions.normalCdf(-cut);
                checkTail(name, w, std, 2 * beyond / kept);
                assertTrue(largest(w) <= (float) (cut * std) * 1.000001f, name);
                assertTrue(largest(w) > 0.97 * cut * std, name);
            }
            case Law.Sparse sparse -> {
                checkMoments(name, w, law.variance(w.numRows, w.numCols), 30);
                for (int i = 0; i < w.numRows; i++) {
                    int zeros = 0;
                    for (int j = 0; j < w.numCols; j++) {
                        zeros += w.get(i, j) == 0 ? 1 : 0;
                    }
                    assertEquals(sparse.zeros(w.numCols), zeros, name);
                }
            }
            case Law.Orthogonal(double scale) -> checkOrthonormal(name, w, scale);
            case Law.LayerSequential(double scale) -> checkOrthonormal(name, w, scale);
            case Law.Custom _, Law.Loaded _ -> throw new AssertionError(name);
        }
    }

    /// @param kurtosis E x⁴ / (E x²)², or more: it sets the error of a sample variance
    private static void checkMoments(String name, FMatrixRMaj w, double variance, double kurtosis) {
        int n = w.getNumElements();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sum += w.get(i);
            squares += (double) w.get(i) * w.get(i);
        }
        assertEquals(0, sum / n, ERRORS * Math.sqrt(variance / n), name);
        double varianceError = variance * Math.sqrt((kurtosis - 1) / n);
        assertEquals(variance, squares / n, ERRORS * varianceError, name);
    }

    /// The share of magnitudes above a bound.
    private static void checkTail(String name, FMatrixRMaj w, double bound, double share) {
        int n = w.getNumElements();
        int above = 0;
        for (int i = 0; i < n; i++) {
            above += Math.abs(w.get(i)) > bound ? 1 : 0;
        }
        double error = Math.sqrt(share * (1 - share) / n);
        assertEquals(share, above / (double) n, ERRORS * error, name + " beyond " + bound);
    }

    /// The shorter side is orthonormal.
    private static void checkOrthonormal(String name, FMatrixRMaj w, double scale) {
        boolean wide = w.numRows <= w.numCols;
        int shorter = wide ? w.numRows : w.numCols;
        int longer = wide ? w.numCols : w.numRows;
        for (int a = 0; a < shorter; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int k = 0; k < longer; k++) {
                    dot +=
                            wide
                                    ? (double) w.get(a, k) * w.get(b, k)
                                    : (double) w.get(k, a) * w.get(k, b);
                }
                assertEquals(a == b ? scale * scale : 0, dot, 3e-6 * scale * scale, name);
            }
        }
    }

    @Test
    void longOrthonormalRowsAreTakenFewAtATime() {
        record Case(int columns, int panelRows) {}
        List<Case> cases =
                List.of(
                        new Case(1, 32),
                        new Case(1024, 32),
                        new Case(1025, 16),
                        new Case(16384, 8));
        for (Case each : cases) {
            assertEquals(each.panelRows(), OrthogonalRows.panelRows(each.columns()));
        }
        assertEquals(4, cases.size());
        checkOrthonormal("wide", draw(new Law.Orthogonal(0.5), 1, 1, 40, 2000), 0.5);
        checkOrthonormal("tall", draw(new Law.Orthogonal(0.5), 1, 1, 2000, 20), 0.5);
    }

    @Test
    void orthogonalDrawsHaveNoPreferredDirectionNorSign() {
        // Of a Haar distributed 6 x 6 matrix: E Q = 0, E Q_ij² = 1/6, E Q_ij⁴ = 3 / (6·8), and
        // E (tr Q)² = 1 (Diaconis & Shahshahani 1994, theorem 4).
        int draws = 4000;
        int n = 6;
        double[] sums = new double[n * n];
        double[] squares = new double[n * n];
        double traceSquares = 0;
        int positiveDeterminants = 0;
        for (int seed = 0; seed < draws; seed++) {
            FMatrixRMaj q = draw(new Law.Orthogonal(1), seed, 1, n, n);
            double trace = 0;
            for (int i = 0; i < n * n; i++) {
                sums[i] += q.get(i);
                squares[i] += (double) q.get(i) * q.get(i);
            }
            for (int i = 0; i < n; i++) {
                trace += q.get(i, i);
            }
            traceSquares += trace * trace;
            positiveDeterminants += CommonOps_FDRM.det(q) > 0 ? 1 : 0;
        }
        for (int i = 0; i < n * n; i++) {
            assertEquals(0, sums[i] / draws, ERRORS * Math.sqrt(1.0 / n / draws));
            double squareVariance = 3.0 / (n * (n + 2)) - 1.0 / (n * n);
            assertEquals(1.0 / n, squares[i] / draws, ERRORS * Math.sqrt(squareVariance / draws));
        }
        assertEquals(1, traceSquares / draws, ERRORS * Math.sqrt(2.0 / draws));
        assertEquals(0.5, positiveDeterminants / (double) draws, ERRORS * 0.5 / Math.sqrt(draws));
    }

    @Test
    void scaleStretchesTheSameDraw() {
        record Pair(Law once, Law twice) {}
        List<Pair> pairs =
                List.of(
                        new Pair(new Law.Normal(0.3), new Law.Normal(0.6)),
                        new Pair(new Law.Uniform(0.3), new Law.Uniform(0.6)),
                        new Pair(new Law.TruncatedNormal(0.3, 2), new Law.TruncatedNormal(0.6, 2)),
                        new Pair(new Law.Orthogonal(0.3), new Law.Orthogonal(0.6)),
                        new Pair(new Law.Sparse(0.5, 0.3), new Law.Sparse(0.5, 0.6)));
        for (Pair pair : pairs) {
            float[] once = draw(pair.once(), 5, 2, 40, 50).data;
            float[] twice = draw(pair.twice(), 5, 2, 40, 50).data;
            for (int i = 0; i < once.length; i++) {
                assertEquals(2 * once[i], twice[i], pair.toString());
            }
        }
        assertEquals(5, pairs.size());
    }

    @Test
    void seedLayerAndPurposeEachGiveDrawsOfTheirOwn() {
        Law law = new Law.Normal(1);
        float[] weights = draw(law, 5, 2, 1, 50).data;
        assertArrayEquals(weights, draw(law, 5, 2, 1, 50).data);
        assertFalse(Arrays.equals(weights, draw(law, 6, 2, 1, 50).data));
        assertFalse(Arrays.equals(weights, draw(law, 5, 3, 1, 50).data));
        FMatrixRMaj bias = new FMatrixRMaj(1, 50);
        LayerQuestion layer =
                LayerQuestion.plain(
                        question(new Law.Constant(0), 5, 2, 1, bias.numCols),
                        law,
                        Activation.of(ActivationFunction.TANH));
        SAMPLER.bias(layer, bias, Cancellation.NEVER);
        assertNotEquals(weights[0], bias.data[0]);
        assertFalse(Arrays.equals(weights, bias.data));
    }

    private static FMatrixRMaj draw(Law law, long seed, int layer, int fanIn, int fanOut) {
        FMatrixRMaj weights = new FMatrixRMaj(fanIn, fanOut);
        ScaledMatrix drawn =
                SAMPLER.weights(
                        question(law, seed, layer, weights.numRows, weights.numCols),
                        weights,
                        Cancellation.NEVER);
        KERNEL.scale(
                drawn.factor(),
                drawn.matrix().values(),
                weights.data,
                0,
                weights.getNumElements(),
                Cancellation.NEVER);
        return weights;
    }

    private static float largest(FMatrixRMaj w) {
        return CommonOps_FDRM.elementMaxAbs(w);
    }

    /// Every scheme; variance scaling in its three distributions.
    private static List<StandardInitializer> everyDistribution() {
        List<StandardInitializer> initializers = new ArrayList<>();
        for (InitializerScheme scheme : InitializerScheme.values()) {
            for (Distribution distribution : Distribution.values()) {
                if (scheme.hasDistribution() || distribution == Distribution.TRUNCATED) {
                    initializers.add(
                            new StandardInitializer(
                                    scheme,
                                    InitializerParameters.DEFAULTS.withDistribution(distribution)));
                }
            }
        }
        return initializers;
    }

    private static WeightsQuestion question(Law law, long seed, int layer, int fanIn, int fanOut) {
        return new WeightsQuestion(layer, fanIn, fanOut, law, seed, NumberFormat.FLOAT32);
    }
}
