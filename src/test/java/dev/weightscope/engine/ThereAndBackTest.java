package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.Step;
import dev.weightscope.model.TensorStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a way back costs, and what it leaves as it is.
class ThereAndBackTest {
    private static final int DEPTH = 8;
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(20).withSamples(200).withDepth(DEPTH);

    private final CountingKernel kernel = new CountingKernel();
    private final Engine engine = new Engine(kernel);

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void gradientsLeaveTheStatisticsOfTheWayThereAsTheyAre() {
        int checked = 0;
        for (NumberFormat format : NumberFormat.values()) {
            Experiment experiment = SMALL.withFormat(format);
            Snapshot forward = new Engine(kernel).run(experiment, Cancellation.NEVER);
            Snapshot both = back(experiment);
            assertFalse(forward.hasGradients());
            assertTrue(both.hasGradients());
            assertEquals(forward.input(), both.input());
            for (int layer = 1; layer <= DEPTH; layer++) {
                for (Quantity quantity : Quantity.of(Direction.FORWARD)) {
                    assertEquals(forward.layer(layer).of(quantity), both.layer(layer).of(quantity));
                    checked++;
                }
            }
        }
        assertEquals(3 * DEPTH * 3, checked);
    }

    @Test
    void whatIsKnownIsNotComputedAgain() {
        back(SMALL);
        kernel.reset();
        back(SMALL);
        assertEquals(0, kernel.products + kernel.surveys, "nothing is new");
        assertEquals(
                back(SMALL).layer(1).weights(),
                engine.run(SMALL, Cancellation.NEVER).layer(1).weights());
        assertEquals(0, kernel.products, "the way there is known too");
        int back = 2 * DEPTH - 1;
        back(SMALL.withGain(2));
        assertEquals(DEPTH + back, kernel.products);
        assertEquals(0, kernel.drawn, "a gain draws nothing anew");
        kernel.reset();
        back(SMALL.withGain(2).withDepth(DEPTH - 2));
        assertEquals(back - 4, kernel.products, "the layers that are shared are on the tape");
        kernel.reset();
        back(SMALL.withGain(2).withDepth(DEPTH + 1));
        assertEquals(
                1 + back + 2, kernel.products, "the layers that were left out are still known");
        assertEquals(20 * 20, kernel.drawn, "the new layer's weights");
    }

    @Test
    void theCotangentIsTheSameWhateverTheNetwork() {
        TensorStatistics cotangent = last(SMALL);
        int checked = 0;
        for (Experiment each :
                List.of(
                        SMALL.withDepth(3),
                        SMALL.withGain(3),
                        SMALL.withActivation(Activation.of(ActivationFunction.GELU)),
                        SMALL.withInitializer(
                                StandardInitializer.of(InitializerScheme.ORTHOGONAL)))) {
            assertEquals(cotangent, last(each));
            checked++;
        }
        assertEquals(4, checked);
        assertEquals(0, cotangent.mean(), 0.05);
        assertEquals(1, cotangent.std(), 0.05);
    }

    @Test
    void aPreviewHasTheGradientsOfItsSamplesAndThoseByTheWeightsOfTheFirstInputs() {
        Experiment wide = SMALL.withWidth(300).withDepth(2).withSamples(1000);
        Engine impatient =
                new Engine(
                        kernel,
                        new MemoryBudget(1L << 30, 1L << 20),
                        new SpeedEstimate(Duration.ZERO));
        List<Snapshot> previews = new ArrayList<>();
        impatient.run(wide, Passes.THERE_AND_BACK, Cancellation.NEVER, _ -> {}, previews::add);
        assertEquals(1, previews.size());
        int checked = 0;
        for (int layer = 1; layer <= 2; layer++) {
            LayerStatistics all = back(wide.withSamples(55)).layer(layer);
            LayerStatistics found = previews.getFirst().layer(layer);
            TensorStatistics byWeights = found.of(Quantity.WEIGHT_GRADIENT);
            assertEquals(55 * 300, byWeights.count(), "values enough for a histogram");
            assertTrue(byWeights.max() <= all.of(Quantity.WEIGHT_GRADIENT).max());
            assertEquals(
                    all,
                    found.with(Map.of(Quantity.WEIGHT_GRADIENT, all.of(Quantity.WEIGHT_GRADIENT))));
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void stepsAreToldThereAndBack() {
        List<String> steps = new ArrayList<>();
        engine.run(
                SMALL,
                Passes.THERE_AND_BACK,
                Cancellation.NEVER,
                step -> steps.add(step.label()),
                null);
        List<String> expected =
                Stream.concat(
                                IntStream.rangeClosed(1, DEPTH)
                                        .mapToObj(layer -> new Step("layer", layer, DEPTH)),
                                IntStream.iterate(DEPTH, layer -> layer - 1)
                                        .limit(DEPTH)
                                        .mapToObj(layer ->
                                                new Step("gradient of layer", layer, DEPTH)))
                        .map(Step::label)
                        .toList();
        assertEquals(expected, steps);
    }

    @Test
    void aRunThatIsRetiredOnItsWayBackKeepsTheWayThere() {
        List<Step> steps = new ArrayList<>();
        assertThrows(
                CancelledException.class,
                () ->
                        engine.run(
                                SMALL,
                                Passes.THERE_AND_BACK,
                                () -> steps.size() == DEPTH + 3,
                                steps::add,
                                null));
        kernel.reset();
        List<LayerStatistics> found = back(SMALL).layers();
        assertEquals(2 * DEPTH - 1, kernel.products);
        assertEquals(
                new Engine(kernel).run(SMALL, Passes.THERE_AND_BACK, Cancellation.NEVER).layers(),
                found);
    }

    @Test
    void gradientsThatAreNotFiniteAreResults() {
        Experiment exploding =
                SMALL.withGain(1e6).withActivation(Activation.of(ActivationFunction.LINEAR));
        TensorStatistics first = back(exploding).layer(1).of(Quantity.PRE_ACTIVATION_GRADIENT);
        assertFalse(first.allFinite());
        assertEquals(first.count(), first.histogram().total());
        Snapshot vanishing = back(SMALL.withGain(0));
        assertEquals(0, vanishing.layer(1).of(Quantity.PRE_ACTIVATION_GRADIENT).rms());
        assertEquals(0, vanishing.gradientRatio().orElseThrow());
    }

    private TensorStatistics last(Experiment experiment) {
        return back(experiment).last().of(Quantity.ACTIVATION_GRADIENT);
    }

    private Snapshot back(Experiment experiment) {
        return engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
    }
}
