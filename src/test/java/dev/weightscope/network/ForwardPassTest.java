package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.NumberFormat;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private static final Experiment WIDE =
            Experiment.DEFAULT.withWidth(300).withSamples(10).withDepth(2);

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
                CancelledException.class, () -> pass.weights(() -> looks.incrementAndGet() > 3));
        assertEquals(4, looks.get(), "some are scaled");
        assertThrows(IllegalStateException.class, () -> pass.weights(Cancellation.NEVER));
        assertArrayEquals(expected, firstWeights(0));
    }

    @Test
    void theNextExperimentLetsGoOfTheWeights() {
        start(0);
        pass.prepare(WIDE, 0, Cancellation.NEVER);
        assertThrows(IllegalStateException.class, () -> pass.weights(Cancellation.NEVER));
    }

    @Test
    void aCancelledLayerLeavesTheSignalAsItWas() {
        int checked = 0;
        for (NumberFormat format : NumberFormat.values()) {
            Experiment experiment = WIDE.withFormat(format);
            pass.prepare(experiment, 0, Cancellation.NEVER);
            pass.begin(experiment, batch, Cancellation.NEVER);
            float[] expected = afterFirstLayer(experiment);
            pass.begin(experiment, batch, Cancellation.NEVER);
            for (int allowed = 0; allowed < 7; allowed++) {
                AtomicInteger looks = new AtomicInteger(allowed);
                assertThrows(
                        CancelledException.class,
                        () ->
                                pass.advance(
                                        experiment,
                                        1,
                                        batch,
                                        null,
                                        () -> looks.decrementAndGet() < 0));
                checked++;
            }
            assertArrayEquals(expected, afterFirstLayer(experiment), format.toString());
        }
        assertEquals(7 * NumberFormat.values().length, checked);
    }

    private float[] afterFirstLayer(Experiment experiment) {
        pass.advance(experiment, 1, batch, null, Cancellation.NEVER);
        return Arrays.copyOf(batch.signal().values(), batch.signal().size());
    }

    private float[] firstWeights(long drawBudget) {
        start(drawBudget);
        return copyOfWeights();
    }

    private float[] copyOfWeights() {
        return Arrays.copyOf(pass.weights(Cancellation.NEVER).values(), 300 * 300);
    }

    private void start(long drawBudget) {
        pass.prepare(WIDE, drawBudget, Cancellation.NEVER);
        pass.begin(WIDE, batch, Cancellation.NEVER);
        pass.passThrough(WIDE, 1, batch, Cancellation.NEVER);
    }
}
