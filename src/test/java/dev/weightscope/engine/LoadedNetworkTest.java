package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Layout;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadedNetworkTest {
    private static final int[] WIDTHS = {5, 7, 4, 3};
    private static final int SAMPLES = 40;

    private final Random random = new Random(3);
    private final DataTable input = new DataTable("x", SAMPLES, 5, floats(SAMPLES * 5));
    private final LoadedWeights stack = stack();
    private final Experiment experiment =
            Experiment.DEFAULT.withInitializer(stack).withTable(input).withSamples(SAMPLES);

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /// The second layer has no bias.
    private LoadedWeights stack() {
        List<LoadedLayer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < WIDTHS.length; i++) {
            int out = WIDTHS[i + 1];
            LoadedTensor weights =
                    new LoadedTensor("w" + i, WIDTHS[i], out, floats(WIDTHS[i] * out));
            LoadedTensor bias = new LoadedTensor("b" + i, 1, out, floats(out));
            layers.add(
                    new LoadedLayer(
                            Layout.IN_OUT, weights, i == 1 ? Optional.empty() : Optional.of(bias)));
        }
        return new LoadedWeights("net.npz", layers);
    }

    private static Snapshot run(Experiment experiment) {
        try (Kernel kernel = Kernels.automatic(1)) {
            return new Engine(kernel).run(experiment, Cancellation.NEVER);
        }
    }

    /// RMS of tanh(x · W + b), layer by layer, in double.
    private List<Double> reference(double gain, boolean withBias) {
        double[][] signal = new double[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            signal[i] = input.row(i);
        }
        List<Double> all = new ArrayList<>();
        for (LoadedLayer layer : stack.layers()) {
            double[][] next = new double[SAMPLES][layer.fanOut()];
            double squares = 0;
            for (int i = 0; i < SAMPLES; i++) {
                for (int j = 0; j < layer.fanOut(); j++) {
                    double sum =
                            withBias && layer.bias().isPresent()
                                    ? layer.bias().get().values()[j]
                                    : 0;
                    for (int k = 0; k < layer.fanIn(); k++) {
                        sum +=
                                gain
                                        * signal[i][k]
                                        * layer.weights().values()[k * layer.fanOut() + j];
                    }
                    next[i][j] = Math.tanh(sum);
                    squares += next[i][j] * next[i][j];
                }
            }
            all.add(Math.sqrt(squares / (SAMPLES * layer.fanOut())));
            signal = next;
        }
        return all;
    }

    private static void assertClose(List<Double> expected, Snapshot found) {
        assertEquals(expected.size(), found.layers().size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.layers().get(i).activation().rms(), 1e-6);
        }
    }

    @Test
    void aLoadedNetworkIsComputedAsAPlainProduct() {
        assertClose(reference(1, true), run(experiment));
        assertClose(reference(0.5, true), run(experiment.withGain(0.5)));
        assertClose(
                reference(1, false),
                run(experiment.withBias(Bias.DEFAULT.withKind(BiasKind.ZERO))));
    }

    @Test
    void theWeightsOfTheFileAreLeftAsTheyAre() {
        float[] before = stack.layers().getFirst().weights().values().clone();

        Snapshot scaled = run(experiment.withGain(3).withFormat(NumberFormat.BFLOAT16));

        assertArrayEquals(before, stack.layers().getFirst().weights().values());
        assertEquals(35, scaled.layers().getFirst().weights().count());
    }

    @Test
    void whatIsTakenElsewhereAreTheNumbersOfTheFile() {
        List<float[]> taken = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            ExperimentWeights.draw(
                    experiment,
                    kernel,
                    Cancellation.NEVER,
                    (weights, bias) -> {
                        taken.add(weights);
                        taken.add(bias);
                    });
        }
        for (int i = 0; i < stack.layers().size(); i++) {
            LoadedLayer layer = stack.layers().get(i);
            assertArrayEquals(layer.weights().values(), taken.get(2 * i));
            assertArrayEquals(
                    layer.bias().map(LoadedTensor::values).orElse(new float[layer.fanOut()]),
                    taken.get(2 * i + 1));
        }
        assertEquals(6, taken.size());
    }

    @Test
    void aGainThatMovesOverAFileIsTheAnswerOfTheNewGain() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Engine engine = new Engine(kernel);
            engine.run(experiment, Cancellation.NEVER);
            Snapshot moved = engine.run(experiment.withGain(2), Cancellation.NEVER);
            try (Kernel other = Kernels.scalar(1)) {
                Snapshot fresh = new Engine(other).run(experiment.withGain(2), Cancellation.NEVER);
                assertEquals(fresh.layers(), moved.layers());
            }
        }
    }
}
