package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Kernels.Choice;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A run has the same bits wherever and however it goes on.
class SameRunTest {
    private static final TrainingData DATA =
            Tables.of("breast_cancer.csv", 2, Tables.Scaling.STANDARDIZED);
    private static final TrainingSet SET =
            TrainingSet.of(DATA, new TestSplit(0.2, SampleOrder.SHUFFLED, 7));
    private static final TrainingPlan PLAN = TrainingPlan.NOTEBOOK.withBatch(200).withSteps(4);

    /// Plain, normalized and residual networks; one with more work than one thread does alone.
    private static List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        Experiment base =
                Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse("30,20,20,20,20,1"));
        for (Normalization norm : Normalization.values()) {
            for (Skip skip : Skip.values()) {
                all.add(base.withNormalization(norm).withSkip(skip));
            }
        }
        for (ActivationFunction function : ActivationFunction.values()) {
            all.add(base.withActivation(Activation.of(function)));
        }
        all.add(base.withWidths(LayerWidths.Listed.parse("30,300,300,1")));
        return all;
    }

    private static List<TrainingRun> runs(Kernel kernel) {
        return runs(experiments(), kernel);
    }

    private static List<TrainingRun> runs(List<Experiment> experiments, Kernel kernel) {
        return experiments.stream()
                .map(experiment ->
                        new TrainingRun(experiment, PLAN, SET, Detail.HISTOGRAMS, kernel))
                .toList();
    }

    /// Everything that a run finds out, as text.
    private static String all(TrainingRun run) {
        RunState state = run.state();
        StringBuilder text = new StringBuilder(state.atEnd().orElseThrow().toString());
        add(text, state.loss());
        add(text, state.accuracy());
        add(text, state.testLoss());
        add(text, state.testAccuracy());
        for (LayerCurves layer : state.layers()) {
            add(text, layer.activationStd());
            add(text, layer.gradientStd());
            add(text, layer.weightRms());
            add(text, layer.updateRatio());
        }
        return text.append(state.histograms()).toString();
    }

    private static void add(StringBuilder text, Curve curve) {
        text.append(Arrays.toString(curve.toArray()));
    }

    private static List<String> oneByOne(List<TrainingRun> runs) {
        for (TrainingRun run : runs) {
            while (!run.hasEnded()) {
                run.step(Cancellation.NEVER);
            }
        }
        return runs.stream().map(SameRunTest::all).toList();
    }

    @Test
    void kernelsThreadsAndCompanyChangeNoBit() {
        List<String> expected;
        try (Kernel kernel = Kernels.scalar(1)) {
            expected = oneByOne(runs(kernel));
        }
        assertEquals(27, expected.size());
        try (Kernel kernel = Kernels.choose(Choice.AUTO, 1)) {
            assertEquals(expected, oneByOne(runs(kernel)));
        }
        try (Kernel kernel = Kernels.choose(Choice.AUTO, 3)) {
            TrainingRace race = new TrainingRace(runs(kernel), kernel);
            race.run(Cancellation.NEVER, () -> {});
            assertEquals(expected, race.runs().stream().map(SameRunTest::all).toList());
        }
    }

    @Test
    void whatIsCancelledAnywhereGoesOnAsIfItHadNotBeen() {
        List<Experiment> some =
                experiments().stream()
                        .filter(each -> each.activation().function() == ActivationFunction.TANH)
                        .filter(each ->
                                each.architecture().normalization() != Normalization.LAYER
                                        && each.architecture().skip() != Skip.ONE)
                        .limit(6)
                        .toList();
        try (Kernel kernel = Kernels.scalar(1)) {
            List<String> expected = oneByOne(runs(some, kernel));
            List<TrainingRun> runs = runs(some, kernel);
            int cancelled = 0;
            for (TrainingRun run : runs) {
                cancelled += stepWithCancellations(run);
            }
            assertEquals(expected, runs.stream().map(SameRunTest::all).toList());
            assertTrue(cancelled > 100, cancelled + " cancellations");
        }
    }

    /// Cancels at the first look, at the second and so on, until a step comes through.
    private static int stepWithCancellations(TrainingRun run) {
        int cancelled = 0;
        while (!run.hasEnded()) {
            int before = run.steps();
            for (int patience = 0; run.steps() == before && !run.hasEnded(); patience += 7) {
                AtomicInteger left = new AtomicInteger(patience);
                try {
                    run.step(() -> left.getAndDecrement() <= 0);
                } catch (CancelledException _) {
                    cancelled++;
                }
            }
        }
        return cancelled;
    }

    /// Where a wide network spends long, in the midst of what changes its weights too.
    @Test
    void aWideNetworkIsLeftWithinItsUpdateAndItsEndAndGoesOnThere() {
        Experiment wide = Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse("30,900,900,1"));
        TrainingPlan plan = PLAN.withBatch(2).withSteps(2).withScope(Scope.BATCH);
        TrainingSet set = TrainingSet.of(DATA, TestSplit.NONE);
        try (Kernel kernel = Kernels.choose(Choice.AUTO, 1)) {
            TrainingRun straight = new TrainingRun(wide, plan, set, Detail.CURVES, kernel);
            TrainingRun left = new TrainingRun(wide, plan, set, Detail.CURVES, kernel);
            String expected = oneByOne(List.of(straight)).getFirst();
            Map<String, Integer> looks = new TreeMap<>();
            int cancelled = 0;
            while (!left.hasEnded()) {
                try {
                    left.step(() -> isSecondLook(looks));
                } catch (CancelledException _) {
                    cancelled++;
                }
            }
            assertEquals(expected, all(left));
            assertEquals(
                    List.of("LayersAtEnd", "TrainedLayer", "Updates", "WeightsHash"),
                    List.copyOf(looks.keySet()));
            assertTrue(cancelled >= 7, cancelled + " cancellations");
        }
    }

    /// Whether one of these asks for the second time; what goes on where it was, for any even time.
    private static boolean isSecondLook(Map<String, Integer> looks) {
        List<Class<?>> places =
                List.of(LayersAtEnd.class, TrainedLayer.class, Updates.class, WeightsHash.class);
        Optional<String> asking =
                StackWalker.getInstance()
                        .walk(frames ->
                                frames.map(StackWalker.StackFrame::getClassName)
                                        .flatMap(name ->
                                                places.stream()
                                                        .filter(each ->
                                                                each.getName().equals(name)))
                                        .map(Class::getSimpleName)
                                        .findFirst());
        return asking.map(
                        name -> {
                            int look = looks.merge(name, 1, Integer::sum);
                            return name.equals("Updates") ? look % 2 == 0 : look == 2;
                        })
                .orElse(false);
    }

    @Test
    void aCancelledRaceGoesOn() {
        try (Kernel kernel = Kernels.scalar(2)) {
            List<String> expected = oneByOne(runs(kernel));
            TrainingRace race = new TrainingRace(runs(kernel), kernel);
            AtomicInteger looks = new AtomicInteger(2000);
            assertThrows(
                    CancelledException.class,
                    () -> race.run(() -> looks.getAndDecrement() <= 0, () -> {}));
            race.run(Cancellation.NEVER, () -> {});
            assertEquals(expected, race.runs().stream().map(SameRunTest::all).toList());
        }
    }
}
