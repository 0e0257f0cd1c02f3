package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private static final int WIDTH = 300;
    private static final PassQuestion WIDE = question(NumberFormat.FLOAT32);

    private final Kernel kernel = Kernels.scalar(1);
    private final ForwardPass pass = new ForwardPass(kernel);
    private final Batch batch = new Batch();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void weightsAreScaledOnceHoweverOftenTheyAreAskedFor() {
        float[] kept = firstWeights(1L << 30);
        assertArrayEquals(kept, firstWeights(0));
        assertArrayEquals(kept, copyOfWeights());
    }

    @Test
    void weightsThatWereCancelledHalfScaledAreGoneUntilTheNextLayer() {
        float[] expected = firstWeights(0);
        start(0);
        AtomicInteger looks = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () -> pass.weights().multiplied(() -> looks.incrementAndGet() > 3));
        assertEquals(4, looks.get(), "some are scaled");
        assertThrows(
                IllegalStateException.class, () -> pass.weights().multiplied(Cancellation.NEVER));
        assertArrayEquals(expected, firstWeights(0));
    }

    @Test
    void theNextExperimentLetsGoOfTheWeights() {
        start(0);
        pass.prepare(WIDE, 0, Cancellation.NEVER);
        assertThrows(
                IllegalStateException.class, () -> pass.weights().multiplied(Cancellation.NEVER));
    }

    @Test
    void aCancelledLayerLeavesTheSignalAsItWas() {
        int checked = 0;
        for (NumberFormat format : NumberFormat.values()) {
            PassQuestion question = question(format);
            pass.prepare(question, 0, Cancellation.NEVER);
            begin(question);
            float[] expected = afterFirstLayer(question);
            begin(question);
            for (int allowed = 0; allowed < 7; allowed++) {
                AtomicInteger looks = new AtomicInteger(allowed);
                assertThrows(
                        CancelledException.class,
                        () ->
                                pass.advance(
                                        question.layer(1),
                                        batch,
                                        null,
                                        null,
                                        () -> looks.decrementAndGet() < 0));
                checked++;
            }
            assertArrayEquals(expected, afterFirstLayer(question), format.toString());
        }
        assertEquals(7 * NumberFormat.values().length, checked);
    }

    private static PassQuestion question(NumberFormat format) {
        InputQuestion input =
                new InputQuestion(Sampling.DEFAULT.withSamples(10), WIDTH, 42, format);
        List<LayerQuestion> layers =
                IntStream.rangeClosed(1, 2)
                        .mapToObj(layer ->
                                LayerQuestion.plain(
                                        new WeightsQuestion(
                                                layer,
                                                WIDTH,
                                                WIDTH,
                                                new Law.Uniform(0.1),
                                                42,
                                                format),
                                        new Law.Constant(0),
                                        Activation.of(ActivationFunction.TANH)))
                        .toList();
        return new PassQuestion(input, layers);
    }

    private void begin(PassQuestion question) {
        pass.begin(question.input(), question.largestSignal(), batch, Cancellation.NEVER);
    }

    private float[] afterFirstLayer(PassQuestion question) {
        pass.advance(question.layer(1), batch, null, null, Cancellation.NEVER);
        return Arrays.copyOf(batch.signal().values(), batch.signal().size());
    }

    private float[] firstWeights(long drawBudget) {
        start(drawBudget);
        return copyOfWeights();
    }

    private float[] copyOfWeights() {
        return Arrays.copyOf(pass.weights().multiplied(Cancellation.NEVER).values(), WIDTH * WIDTH);
    }

    private void start(long drawBudget) {
        pass.prepare(WIDE, drawBudget, Cancellation.NEVER);
        begin(WIDE);
        pass.passThrough(WIDE.layer(1), batch, null, Cancellation.NEVER);
    }
}
