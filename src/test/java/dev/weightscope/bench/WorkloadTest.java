package dev.weightscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.ScalarKernel;
import dev.weightscope.model.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int SEED = 3;

    @Test
    void bothFormsOfTheKernelFindTheSameFigures() {
        int checked = 0;
        for (Workload workload : Workload.values()) {
            List<LayerFigures> scalar = figures(workload, Kernels.Choice.SCALAR);
            assertEquals(scalar, figures(workload, Kernels.Choice.VECTOR), workload.label());
            checked++;
        }
        assertEquals(2, checked);
    }

    private static List<LayerFigures> figures(Workload workload, Kernels.Choice choice) {
        try (Kernel kernel = Kernels.choose(choice, 2)) {
            return workload.on(kernel).drawAndRun(SEED);
        }
    }

    @Test
    void keptDrawsAreThoseOfAColdRunAndTheGainCounts() {
        int checked = 0;
        for (Workload workload : Workload.values()) {
            try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 2)) {
                Network network = workload.on(kernel);
                List<LayerFigures> cold = network.drawAndRun(SEED);
                network.draw(SEED);
                assertEquals(cold, network.run(1), workload.label());
                assertNotEquals(cold, network.run(0.9f), workload.label());
                assertEquals(cold, network.run(1), workload.label());
                assertNotEquals(cold, network.drawAndRun(SEED + 1), workload.label());
                checked++;
            }
        }
        assertEquals(2, checked);
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
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 2)) {
            Network network = Workload.W2.on(kernel);
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

    @Test
    void theFiguresDoNotDependOnTheThreads() {
        try (Kernel one = new ScalarKernel(1);
                Kernel three = new ScalarKernel(3)) {
            assertEquals(
                    Workload.W2.on(one).drawAndRun(SEED), Workload.W2.on(three).drawAndRun(SEED));
        }
    }
}
