package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who waits for a long run hears at which layer it is.
class ProgressTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(100).withSamples(500).withDepth(6);

    private final CountingKernel kernel = new CountingKernel();
    private final Engine engine =
            new Engine(
                    kernel, new MemoryBudget(1L << 30, 1L << 20), new SpeedEstimate(Duration.ZERO));
    private final List<Step> steps = new ArrayList<>();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void eachLayerIsToldBeforeItIsComputedAndThoseOfAPreviewAreNot() {
        engine.run(
                SMALL,
                Passes.FORWARD,
                Cancellation.NEVER,
                step -> {
                    steps.add(step);
                    assertEquals(6 + step.number() - 1, kernel.products, "6 of the preview");
                },
                _ -> {});
        assertEquals(layers(1, 6), steps);
        assertEquals("layer 6 of 6", steps.getLast().label());
    }

    @Test
    void layersThatAreKnownAlreadyAreNotTold() {
        run(SMALL);
        steps.clear();
        run(SMALL.withDepth(4));
        assertEquals(List.of(), steps);
        run(SMALL.withDepth(8));
        assertEquals(layers(7, 8), steps);
    }

    @Test
    void aRunThatIsCancelledAtALayerDoesNotBeginTheNext() {
        assertThrows(
                CancelledException.class,
                () ->
                        engine.run(
                                SMALL,
                                Passes.FORWARD,
                                () -> !steps.isEmpty() && steps.getLast().number() == 3,
                                steps::add,
                                null));
        assertEquals(layers(1, 6).subList(0, 3), steps);
        assertEquals(2, kernel.products);
    }

    @Test
    void aStepLiesWithinItsTotal() {
        assertThrows(IllegalArgumentException.class, () -> new Step("layer", 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new Step("layer", 4, 3));
    }

    private void run(Experiment experiment) {
        engine.run(experiment, Passes.FORWARD, Cancellation.NEVER, steps::add, null);
    }

    private static List<Step> layers(int from, int to) {
        int total = to;
        return IntStream.rangeClosed(from, to)
                .mapToObj(layer -> new Step("layer", layer, total))
                .toList();
    }
}
