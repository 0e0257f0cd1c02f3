package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.SpacedSteps;
import dev.weightscope.model.StandardInitializer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final TrainingSet SET =
            TrainingSet.of(
                    Tables.of("breast_cancer.csv", 2, Tables.Scaling.STANDARDIZED), TestSplit.NONE);
    private static final Experiment NET =
            Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse("30,20,10,1"));

    private static final Experiment EXPLODES =
            start(InitializerScheme.LARGE)
                    .withActivation(Activation.of(ActivationFunction.LINEAR))
                    .withWidths(LayerWidths.Listed.parse("30,100,100,100,100,1"));

    private static Experiment start(InitializerScheme scheme) {
        return NET.withInitializer(StandardInitializer.of(scheme));
    }

    private static List<RunState> race(TrainingPlan plan, Experiment... starts) {
        try (Kernel kernel = Kernels.scalar(1)) {
            TrainingRace race =
                    new TrainingRace(
                            List.of(starts).stream()
                                    .map(each ->
                                            new TrainingRun(
                                                    each, plan, SET, Detail.HISTOGRAMS, kernel))
                                    .toList(),
                            kernel);
            race.run(Cancellation.NEVER, () -> {});
            return race.states();
        }
    }

    @Test
    void aRunThatOverflowsEndsAtItsStepAndTheOthersGoOn() {
        TrainingPlan plan =
                TrainingPlan.NOTEBOOK
                        .withSteps(20)
                        .withOptimizer(new OptimizerSettings(Optimizer.SGD, 1));
        List<RunState> states = race(plan, EXPLODES, start(InitializerScheme.XAVIER_UNIFORM));
        RunState diverged = states.getFirst();
        assertEquals(Ending.DIVERGED, diverged.ending());
        int step = diverged.divergedStep().orElseThrow();
        assertTrue(step >= 1 && step < 20, "diverged at step " + step);
        assertEquals(step + 1, diverged.loss().length());
        assertFalse(Double.isFinite(diverged.loss().last()));
        assertTrue(Double.isFinite(diverged.loss().at(step - 1)));
        assertEquals(64, diverged.atEnd().orElseThrow().hash().length());
        assertEquals(Ending.STEPS, states.get(1).ending());
        assertEquals(20, states.get(1).steps());
    }

    @Test
    void aRunThatReachesItsGoalSaysWhenAndMayEnd() {
        TrainingPlan on = TrainingPlan.NOTEBOOK.withStops(new StopRules(0.1, false, false));
        RunState going = race(on, start(InitializerScheme.XAVIER_UNIFORM)).getFirst();
        int step = going.goalStep().orElseThrow();
        assertTrue(going.loss().at(step) <= 0.1 && going.loss().at(step - 1) > 0.1);
        assertEquals(Ending.STEPS, going.ending());

        TrainingPlan off = TrainingPlan.NOTEBOOK.withStops(new StopRules(0.1, true, false));
        RunState ended = race(off, start(InitializerScheme.XAVIER_UNIFORM)).getFirst();
        assertEquals(Ending.GOAL, ended.ending());
        assertEquals(OptionalInt.of(step), ended.goalStep());
        assertEquals(step, ended.steps());
    }

    @Test
    void aSumOfABatchIsThatOfAWholeOneAlsoWhereTheLastHasFewerSamples() {
        TrainingPlan all =
                TrainingPlan.NOTEBOOK
                        .withReduction(Reduction.SUM)
                        .withBatch(100)
                        .withSteps(12)
                        .withOptimizer(new OptimizerSettings(Optimizer.SGD, 1e-12));
        RunState batches =
                race(all.withScope(Scope.BATCH), start(InitializerScheme.ZEROS)).getFirst();
        // 569 samples: of batches 5 and 11 there are 69, each of which costs ln 2 at a logit of 0.
        double[] expected = new double[13];
        Arrays.fill(expected, 100 * Math.log(2));
        assertArrayEquals(expected, batches.loss().toArray(), 1e-4);
        assertEquals(
                race(all, start(InitializerScheme.ZEROS)).getFirst().atEnd().orElseThrow().hash(),
                batches.atEnd().orElseThrow().hash());
    }

    @Test
    void aLossThatDoesNotMoveIsStuckAndMayEndTheRun() {
        TrainingPlan plan = TrainingPlan.NOTEBOOK.withStops(new StopRules(0.1, false, true));
        RunState zeros = race(plan, start(InitializerScheme.ZEROS)).getFirst();
        assertEquals(Ending.STUCK, zeros.ending());
        assertTrue(zeros.stuck());
        double[] losses = zeros.loss().toArray();
        int from = losses.length - 51; // half of the steps, and one loss before them
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < losses.length; i++) {
            most = Math.max(most, losses[i]);
            least = Math.min(least, losses[i]);
        }
        assertTrue(most - least <= 0.02 * most);
        assertTrue(losses[from - 1] - least > 0.02 * losses[from - 1], "it ends at once");
        RunState learns = race(plan, start(InitializerScheme.XAVIER_UNIFORM)).getFirst();
        assertEquals(Ending.STEPS, learns.ending());
        assertFalse(learns.stuck());
    }

    @Test
    void aLossOfNothingIsNotStuck() {
        Plateau nothing = new Plateau(20);
        Plateau something = new Plateau(20);
        for (int step = 0; step <= 20; step++) {
            nothing.add(0);
            something.add(1e-30);
        }
        assertFalse(nothing.isReached());
        assertTrue(something.isReached());
    }

    @Test
    void curvesHaveAValueOfEveryStepAndHistogramsCountEveryValue() {
        RunState state =
                race(TrainingPlan.NOTEBOOK.withSteps(30), start(InitializerScheme.LOW)).getFirst();
        assertEquals(List.of(30, 20, 10, 1), state.widths());
        assertEquals(31, state.loss().length());
        assertEquals(31, state.accuracy().length());
        assertTrue(state.testLoss().isEmpty());
        for (LayerCurves layer : state.layers()) {
            assertEquals(31, layer.activationStd().length());
            assertEquals(31, layer.gradientStd().length());
            assertEquals(31, layer.weightRms().length());
            assertEquals(30, layer.updateRatio().length());
        }
        assertEquals(31, state.histograms().size());
        for (int step = 0; step < 31; step++) {
            StepHistograms histograms = state.histograms().get(step);
            assertEquals(step, histograms.step());
            StepHistograms.OfLayer second = histograms.layers().get(1);
            assertEquals(569 * 10, second.activation().total());
            assertEquals(569 * 10, second.gradient().total());
            assertEquals(20 * 10, second.weight().total());
        }
    }

    @Test
    void histogramsAreKeptOfTheFirstTenStepsAndOfSomeTwoHundred() {
        SpacedSteps steps = TrainingRun.histogramSteps(1000);
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20),
                steps.steps().limit(13).boxed().toList());
        assertEquals(11 + 198, steps.steps().count());
        int checked = 0;
        for (int last : new int[] {0, 1, 10, 199, 200, 201, 399, 401, 1000, 100_000}) {
            SpacedSteps some = TrainingRun.histogramSteps(last);
            List<Integer> all = some.steps().boxed().toList();
            assertEquals(List.of(0, last), List.of(all.getFirst(), all.getLast()));
            assertTrue(all.size() <= some.most(), () -> all.size() + " of " + some.most());
            checked++;
        }
        assertEquals(10, checked);
    }

    @Test
    void aStartInAnotherFormatIsRefused() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Refusal refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    new TrainingRun(
                                            NET.withFormat(NumberFormat.FLOAT16),
                                            TrainingPlan.NOTEBOOK,
                                            SET,
                                            Detail.CURVES,
                                            kernel));
            assertEquals(
                    "training computes in float32, not in float16; choose format float32",
                    refusal.getMessage());
        }
    }

    @Test
    void whatARunNeedsIsKnownBefore() {
        MemoryNeed need =
                TrainingMemory.of(
                        "this race",
                        NET,
                        TrainingPlan.NOTEBOOK.withSteps(TrainingPlan.MOST_STEPS),
                        SET,
                        Detail.LAYERS);
        assertEquals("fewer steps", need.remedy());
        assertTrue(need.bytes() > 12e6 && need.bytes() < 20e6, need.bytes() + " bytes");
    }
}
