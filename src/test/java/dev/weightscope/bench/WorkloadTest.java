package dev.weightscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int SEED = 3;

    /// Other tests run beside this one, and several threads would wait for each other. That their
    /// number changes nothing has a test of its own.
    private static final int THREADS = 1;

    /// W3 takes the plain form half a minute: of its parts, products, slopes and moments have tests
    /// of their own.
    private static final List<Workload> QUICK = List.of(Workload.W1, Workload.W2);

    @Test
    void bothFormsOfTheKernelFindTheSameFigures() {
        int checked = 0;
        for (Workload workload : QUICK) {
            List<LayerFigures> scalar = figures(workload, Kernels.Choice.SCALAR);
            assertEquals(scalar, figures(workload, Kernels.Choice.VECTOR), workload.label());
            checked++;
        }
        assertEquals(2, checked);
    }

    private static List<LayerFigures> figures(Workload workload, Kernels.Choice choice) {
        try (Kernel kernel = Kernels.choose(choice, THREADS)) {
            return ((LayersRun) workload.on(kernel)).drawAndRun(SEED);
        }
    }

    /// In W3 and W5 stand the same two runs on larger layers, where each takes seconds.
    @Test
    void keptDrawsAreThoseOfAColdRunAndTheGainCounts() {
        int checked = 0;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.VECTOR, THREADS)) {
            List<WorkloadRun> runs =
                    List.of(
                            Workload.W1.on(kernel),
                            Workload.W2.on(kernel),
                            thereAndBack(kernel, ThereAndBackRun.Gradients.PRE_ACTIVATIONS),
                            thereAndBack(
                                    kernel, ThereAndBackRun.Gradients.PRE_ACTIVATIONS_AND_WEIGHTS),
                            Workload.W4.on(kernel),
                            Workload.W6.on(kernel),
                            Workload.W7.on(kernel));
            for (WorkloadRun network : runs) {
                double cold = network.drawnValue(SEED);
                network.draw(SEED);
                assertEquals(cold, network.value(1), "run " + checked);
                assertNotEquals(cold, network.value(0.9f), "run " + checked);
                assertNotEquals(cold, network.drawnValue(SEED + 1), "run " + checked);
                checked++;
            }
        }
        assertEquals(7, checked);
    }

    private static ThereAndBackRun thereAndBack(
            Kernel kernel, ThereAndBackRun.Gradients gradients) {
        Layers layers =
                new Layers(
                        65,
                        130,
                        6,
                        new UnitDraw.Normal(),
                        Math.sqrt(2.0 / 130),
                        Activation.of(ActivationFunction.RELU));
        return new ThereAndBackRun(kernel, layers, gradients);
    }

    /// Xavier's law keeps the linear part of the signal; tanh takes some of it in every layer. The
    /// figure for the last layer is the exercise's own.
    @Test
    void theExerciseShrinksAsItIsKnownTo() {
        List<LayerFigures> figures = figures(Workload.W1, Kernels.Choice.AUTO);
        assertEquals(10, figures.size());
        assertEquals(0.227, figures.getLast().std(), 0.005);
        for (int i = 1; i < figures.size(); i++) {
            assertTrue(figures.get(i).std() < figures.get(i - 1).std(), "layer " + (i + 1));
        }
        for (LayerFigures each : figures) {
            Histogram histogram = each.histogram().orElseThrow();
            assertEquals(1000 * 500, Arrays.stream(histogram.counts()).sum());
            assertEquals(50, histogram.bins());
            assertEquals(-1, histogram.low());
            assertEquals(1, histogram.high());
            assertEquals(0, each.mean(), 0.02);
        }
    }

    /// Each layer multiplies the sum of squares by χ²₅₁₂/512, whose logarithm has mean −1/512 and
    /// variance 2/512 to first order: after 100 layers ln std has mean −0.098 and variance 0.098.
    @Test
    void theChainWandersAsChiSquareSays() {
        int seeds = 24;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, THREADS)) {
            LayersRun network = (LayersRun) Workload.W2.on(kernel);
            double[] logs =
                    IntStream.range(0, seeds)
                            .mapToDouble(seed -> Math.log(network.drawAndRun(seed).getLast().std()))
                            .toArray();
            double mean = Arrays.stream(logs).average().orElseThrow();
            double variance =
                    Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum() / (seeds - 1);
            double ofOne = 100.0 / 512 / 2;
            assertEquals(-ofOne, mean, 3 * Math.sqrt(ofOne / seeds));
            assertEquals(ofOne, variance, 3 * ofOne * Math.sqrt(2.0 / (seeds - 1)));
        }
    }

    /// He's law keeps the mean square of the signal: a ReLU of N(0, σ²) with σ² = 2·mean square has
    /// mean square σ²/2 again. So the std of ReLU's output is √(1 − 1/π) of the root mean square,
    /// and the way back halves the cotangent's variance once, in the last layer, and then keeps it.
    ///
    /// By weights, per entry E[(∂L/∂W)²] = B·E[δ²]·E[a²], where samples are independent: here δ has
    /// half of the cotangent's variance, and a the mean square of the input, 1.
    @Test
    void heNormalKeepsSignalAndGradientsThroughFiftyLayers() {
        List<LayerFigures> figures = figures(Workload.W5, Kernels.Choice.AUTO);
        assertEquals(150, figures.size());
        assertEquals(Math.sqrt(1 - 1 / Math.PI), figures.getFirst().std(), 0.02);
        assertEquals(Math.sqrt(0.5), figures.get(50).std(), 0.02);
        for (int i = 1; i < 50; i++) {
            assertRatio(figures.get(i - 1), figures.get(i));
            assertRatio(figures.get(48 + 2 * i), figures.get(50 + 2 * i));
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    1,
                    figures.get(51 + 2 * i).std() / Math.sqrt(512 * 0.5),
                    0.2,
                    "layer " + (50 - i));
        }
    }

    /// As W3 and W5, whose layers take seconds.
    @Test
    void theGradientsAreTheSameWhateverElseIsAskedFor() {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.VECTOR, THREADS)) {
            List<LayerFigures> there =
                    thereAndBack(kernel, ThereAndBackRun.Gradients.PRE_ACTIVATIONS)
                            .drawAndRun(SEED);
            List<LayerFigures> withWeights =
                    thereAndBack(kernel, ThereAndBackRun.Gradients.PRE_ACTIVATIONS_AND_WEIGHTS)
                            .drawAndRun(SEED);
            assertEquals(12, there.size());
            assertEquals(18, withWeights.size());
            assertEquals(there.subList(0, 6), withWeights.subList(0, 6));
            for (int i = 0; i < 6; i++) {
                assertEquals(there.get(6 + i), withWeights.get(6 + 2 * i), "layer " + (6 - i));
            }
        }
    }

    private static void assertRatio(LayerFigures before, LayerFigures after) {
        assertEquals(1, after.std() / before.std(), 0.15);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        Layers layers =
                new Layers(
                        3,
                        5,
                        2,
                        new UnitDraw.Normal(),
                        0.7,
                        Activation.of(ActivationFunction.RELU));
        try (Kernel kernel = Kernels.scalar(1)) {
            List<LayerFigures> figures =
                    new ThereAndBackRun(kernel, layers, ThereAndBackRun.Gradients.PRE_ACTIVATIONS)
                            .drawAndRun(SEED);
            double[][] gradients = differences(kernel, layers);
            assertEquals(4, figures.size());
            assertEquals(std(gradients[1]), figures.get(2).std(), 1e-5);
            assertEquals(std(gradients[0]), figures.get(3).std(), 1e-5);
        }
    }

    @Test
    void theFiguresDoNotDependOnTheThreads() {
        try (Kernel one = Kernels.scalar(1);
                Kernel three = Kernels.scalar(3)) {
            assertEquals(
                    Workload.W2.on(one).drawnValue(SEED), Workload.W2.on(three).drawnValue(SEED));
        }
    }

    /// W4 ends where the golden table's draws do (`breast_cancer_training.json`), W6 and W7 where
    /// NumPy's do: within the reach of twenty draws of its own.
    @Test
    void whatLearnsHasLearnt() {
        try (Kernel kernel = Kernels.scalar(THREADS)) {
            assertEquals(15, Workload.W4.on(kernel).drawnValue(SEED), 7);
            assertEquals(0.18, Workload.W6.on(kernel).drawnValue(SEED), 0.06);
            assertEquals(0.07, Workload.W7.on(kernel).drawnValue(SEED), 0.07);
        }
    }

    /// The gradients of Σ cotangent · activation by each layer's pre-activations, by differences in
    /// double.
    private static double[][] differences(Kernel kernel, Layers layers) {
        int size = layers.batch() * layers.width();
        double[][] gradients = new double[layers.depth()][size];
        double h = 1e-6;
        for (int layer = 0; layer < layers.depth(); layer++) {
            for (int i = 0; i < size; i++) {
                gradients[layer][i] =
                        (objective(kernel, layers, layer, i, h)
                                        - objective(kernel, layers, layer, i, -h))
                                / (2 * h);
            }
        }
        return gradients;
    }

    /// @param shift added to pre-activation `at` of layer `shifted`, counted from 0
    private static double objective(
            Kernel kernel, Layers layers, int shifted, int at, double shift) {
        int width = layers.width();
        Matrix input = layers.newBatch();
        layers.drawBatch(kernel, SEED, input);
        double[] signal = new double[input.size()];
        Arrays.setAll(signal, i -> input.values()[i]);
        for (int layer = 0; layer < layers.depth(); layer++) {
            float[] weights = layers.newWeights();
            layers.drawWeights(kernel, SEED, layer + 1, weights);
            double[] next = new double[signal.length];
            for (int i = 0; i < next.length; i++) {
                double sum = layer == shifted && i == at ? shift : 0;
                for (int k = 0; k < width; k++) {
                    sum +=
                            signal[i / width * width + k]
                                    * layers.scale()
                                    * weights[k * width + i % width];
                }
                next[i] = Math.max(0, sum);
            }
            signal = next;
        }
        Matrix cotangent = layers.newBatch();
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(SEED, 0, Purpose.COTANGENT),
                0,
                cotangent.values(),
                0,
                cotangent.size(),
                Cancellation.NEVER);
        double objective = 0;
        for (int i = 0; i < signal.length; i++) {
            objective += signal[i] * cotangent.values()[i];
        }
        return objective;
    }

    private static double std(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }
}
