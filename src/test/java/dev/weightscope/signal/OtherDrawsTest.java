package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherDrawsTest {
    private static final Experiment SMALL =
            ExperimentText.parse("--depth 3 --width 8 --samples 5 --seed 7");

    private final Kernel kernel = Kernels.scalar(1);
    private final Solver<SignalSettings, SignalAnswer> solver =
            new SignalLab().solver(kernel, MemoryBudget.ofHeap());

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void drawsAreThoseOfTheSeedsThatFollow() {
        int checked = 0;
        for (boolean backward : new boolean[] {false, true}) {
            SignalAnswer answer = solve(SMALL, new SignalSettings(backward, false, 4));
            List<Draw> expected =
                    LongStream.range(7, 11)
                            .mapToObj(seed ->
                                    Draw.of(
                                            new Engine(kernel)
                                                    .run(
                                                            SMALL.withSeed(seed),
                                                            backward
                                                                    ? Passes.THERE_AND_BACK
                                                                    : Passes.FORWARD,
                                                            Cancellation.NEVER)))
                            .toList();
            assertEquals(new Draws(4, expected), answer.draws());
            assertEquals(backward ? 3 : 0, expected.getFirst().gradients().size());
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void whatIsKeptOfADrawIsWhatAWholeRunFinds() {
        int checked = 0;
        for (String layers :
                List.of(
                        "--depth 5 --width 12",
                        "--widths 12,9,12,12,12,12,5,5 --format bfloat16",
                        "--depth 4 --width 12 --initializer lsuv --bias normal")) {
            for (Normalization normalization : Normalization.values()) {
                for (Skip skip : Skip.values()) {
                    Experiment experiment =
                            ExperimentText.parse(layers + " --samples 20")
                                    .withNormalization(normalization)
                                    .withSkip(skip)
                                    .withBranchScale(new BranchScale.Factor(0.5));
                    Draw whole =
                            Draw.of(
                                    new Engine(kernel)
                                            .run(
                                                    experiment,
                                                    Passes.THERE_AND_BACK,
                                                    Cancellation.NEVER));
                    for (long bytes : new long[] {1 << 30, least(experiment)}) {
                        MomentsEngine engine =
                                new MomentsEngine(kernel, new MemoryBudget(bytes, 0));
                        assertEquals(
                                whole,
                                Draw.of(
                                        experiment.seed(),
                                        engine.run(
                                                experiment,
                                                Passes.THERE_AND_BACK,
                                                Cancellation.NEVER)));
                        checked++;
                    }
                }
            }
        }
        assertEquals(3 * 4 * 3 * 2, checked);
    }

    /// Bytes in which a draw goes forward.
    private long least(Experiment experiment) {
        long refused = 0;
        long enough = 1 << 20;
        while (enough - refused > 1) {
            long middle = (refused + enough) / 2;
            try {
                new MomentsEngine(kernel, new MemoryBudget(middle, 0))
                        .run(experiment, Passes.FORWARD, Cancellation.NEVER);
                enough = middle;
            } catch (Refusal _) {
                refused = middle;
            }
        }
        return enough;
    }

    @Test
    void eachDrawIsToldAsItIsFound() {
        Told told = new Told();
        SignalAnswer whole = solve(SMALL, SignalSettings.FORWARD.withDraws(4), told);
        assertEquals(List.of(1, 2, 3), told.drawsDone());
        for (SignalAnswer part : told.parts) {
            int done = part.draws().done().size();
            assertEquals(whole.draws().done().subList(0, done), part.draws().done());
            assertEquals(whole.snapshot(), part.snapshot());
        }
        assertEquals(List.of("draw 2 of 4", "draw 3 of 4", "draw 4 of 4"), told.drawSteps());
    }

    @Test
    void whatWasFoundBeforeACancelIsNotLost() {
        SignalSettings five = SignalSettings.FORWARD.withDraws(5);
        Told told = new Told();
        assertThrows(
                CancelledException.class,
                () ->
                        solver.solve(
                                new Question<>(SMALL, five), () -> told.parts.size() == 3, told));
        assertEquals(List.of(1, 2, 3), told.drawsDone());
        Told again = new Told();
        SignalAnswer whole = solve(SMALL, five, again);
        assertEquals(List.of(3, 4), again.drawsDone());
        assertEquals(List.of("draw 4 of 5", "draw 5 of 5"), again.drawSteps());
        assertEquals(fresh(SMALL, five).draws(), whole.draws());
    }

    @Test
    void fewerDrawsOtherBinsAndTheoryCostNoDraw() {
        solve(SMALL, SignalSettings.FORWARD.withDraws(5));
        Told told = new Told();
        SignalSettings three = SignalSettings.FORWARD.withDraws(3).withTheory(true);
        Experiment otherBins = SMALL.withBinning(SMALL.binning().withBins(9));
        assertEquals(fresh(otherBins, three).draws(), solve(otherBins, three, told).draws());
        assertEquals(List.of(), told.drawSteps());
    }

    @Test
    void theLiveRunIsStillKnownAfterwards() {
        solve(SMALL, SignalSettings.FORWARD.withDraws(5));
        Told told = new Told();
        solve(SMALL, SignalSettings.FORWARD, told);
        assertEquals(List.of(), told.steps, "no layer was computed again");
        Told deeper = new Told();
        solve(SMALL.withDepth(4), SignalSettings.FORWARD, deeper);
        assertEquals(List.of("layer 4 of 4"), deeper.steps.stream().map(Step::label).toList());
    }

    @Test
    void whereThereIsNoRoomForTwoRunsOneGivesWay() {
        Experiment wide = ExperimentText.parse("--depth 2 --width 64 --samples 64");
        SignalSettings three = SignalSettings.FORWARD.withDraws(3);
        long least = 1 << 10;
        while (!fits(wide, SignalSettings.FORWARD, least)) {
            least += 1 << 10;
        }
        MemoryBudget tight = new MemoryBudget(least + (8 << 10), least);
        SignalAnswer answer =
                new SignalLab()
                        .solver(kernel, tight)
                        .solve(
                                new Question<>(wide, three),
                                Cancellation.NEVER,
                                ProgressListener.none());
        assertEquals(fresh(wide, three).draws(), answer.draws());
    }

    private boolean fits(Experiment experiment, SignalSettings settings, long limit) {
        try {
            new SignalLab()
                    .solver(kernel, new MemoryBudget(limit, 0))
                    .solve(
                            new Question<>(experiment, settings),
                            Cancellation.NEVER,
                            ProgressListener.none());
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    @Test
    void quartilesAreThoseOfNumPy() {
        double inf = Double.POSITIVE_INFINITY;
        double nan = Double.NaN;
        double[][][] table = {
            {{3}, {3, 3, 3, 3, 3}},
            {{2, 1}, {1, 1.25, 1.5, 1.75, 2}},
            {{4, 1, 3, 2}, {1, 1.75, 2.5, 3.25, 4}},
            {{5, 1, 4, 2, 3}, {1, 2, 3, 4, 5}},
            {{1, inf, inf}, {1, inf, inf, inf, inf}},
            {{1, 2, 3, 4, nan}, {1, 2, 3, 4, nan}},
        };
        int checked = 0;
        for (double[][] row : table) {
            double[] expected = row[1];
            assertEquals(
                    new Draws.Quartiles(
                            expected[0], expected[1], expected[2], expected[3], expected[4]),
                    Draws.Quartiles.of(row[0]));
            checked++;
        }
        assertEquals(6, checked);
    }

    private SignalAnswer fresh(Experiment experiment, SignalSettings settings) {
        return new SignalLab()
                .solver(kernel, MemoryBudget.ofHeap())
                .solve(
                        new Question<>(experiment, settings),
                        Cancellation.NEVER,
                        ProgressListener.none());
    }

    private SignalAnswer solve(Experiment experiment, SignalSettings settings) {
        return solve(experiment, settings, ProgressListener.none());
    }

    private SignalAnswer solve(
            Experiment experiment,
            SignalSettings settings,
            ProgressListener<SignalAnswer> listener) {
        SignalAnswer answer =
                solver.solve(new Question<>(experiment, settings), Cancellation.NEVER, listener);
        assertTrue(answer.elapsed().compareTo(answer.snapshot().elapsed()) >= 0);
        assertEquals(settings, answer.settings());
        return answer;
    }

    /// Someone who notes what is told.
    private static final class Told implements ProgressListener<SignalAnswer> {
        private final List<SignalAnswer> parts = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        @Override
        public void step(Step step) {
            steps.add(step);
        }

        @Override
        public boolean wantsPartial() {
            return true;
        }

        @Override
        public void partial(SignalAnswer answer) {
            parts.add(answer);
        }

        List<Integer> drawsDone() {
            return parts.stream().map(part -> part.draws().done().size()).toList();
        }

        /// Without the time that is left.
        List<String> drawSteps() {
            return steps.stream()
                    .filter(step -> step.noun().equals("draw"))
                    .map(step -> new Step(step.noun(), step.number(), step.total()).label())
                    .toList();
        }
    }
}
