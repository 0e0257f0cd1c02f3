package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Layout;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadedTheoryTest {
    private static final int WIDTH = 300;

    private static final Experiment RELU =
            Experiment.DEFAULT
                    .withWidths(new LayerWidths.Same(4, WIDTH))
                    .withActivation(Activation.of(ActivationFunction.RELU));

    private static LoadedLayer layer(double mean, double std, float last, float bias) {
        Random random = new Random(7);
        float[] values = new float[WIDTH * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + std * random.nextGaussian());
        }
        values[values.length - 1] = last;
        float[] biases = new float[WIDTH];
        biases[0] = bias;
        return new LoadedLayer(
                Layout.IN_OUT,
                new LoadedTensor("w", WIDTH, WIDTH, values),
                Optional.of(new LoadedTensor("b", 1, WIDTH, biases)));
    }

    private static TheoryAnswer answer(LoadedLayer layer, double gain) {
        List<LoadedLayer> layers = new ArrayList<>(List.of(layer, layer, layer, layer));
        return SignalTheory.answer(
                RELU.withInitializer(new LoadedWeights("net.npz", layers)).withGain(gain),
                () -> {});
    }

    @Test
    void untouchedWeightsOfAFileHaveTheTheoryOfTheirLaw() {
        double std = Math.sqrt(2.0 / WIDTH);
        for (double gain : new double[] {1, 1.5}) {
            List<LayerTheory> found =
                    assertInstanceOf(TheoryAnswer.Known.class, answer(layer(0, std, 0, 0), gain))
                            .layers();
            List<LayerTheory> drawn =
                    assertInstanceOf(
                                    TheoryAnswer.Known.class,
                                    SignalTheory.answer(
                                            RELU.withInitializer(
                                                            StandardInitializer.of(
                                                                    InitializerScheme.HE_NORMAL))
                                                    .withGain(gain),
                                            () -> {}))
                            .layers();
            assertEquals(4, found.size());
            for (int i = 0; i < 4; i++) {
                double expected = drawn.get(i).activationRms();
                assertEquals(expected, found.get(i).activationRms(), 0.02 * expected);
            }
        }
    }

    @Test
    void whatTheoryCannotSayAnythingOfIsSaid() {
        record Row(LoadedLayer layer, String reason) {}
        List<Row> rows =
                List.of(
                        new Row(
                                layer(0, 0.1, Float.NaN, 0),
                                "Theory is of finite numbers; in w some are infinite or NaN."),
                        new Row(
                                layer(0, 0.1, 0, Float.POSITIVE_INFINITY),
                                "Theory is of finite numbers; in b some are infinite or NaN."),
                        new Row(
                                layer(0.3, 0.1, 0.3f, 0),
                                "Theory is of weights with mean 0; those"),
                        new Row(
                                layer(0, 0, 0, 0),
                                "Theory is of weights drawn at random; these are"));
        for (Row row : rows) {
            String reason =
                    assertInstanceOf(TheoryAnswer.None.class, answer(row.layer, 1)).reason();
            assertTrue(reason.startsWith(row.reason), reason);
        }
        assertEquals(4, rows.size());
    }
}
