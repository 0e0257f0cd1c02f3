package dev.weightscope.sweep;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Step;
import dev.weightscope.option.SettingsText;
import dev.weightscope.race.TrainingLab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SweepSolverTest {
    /// Numbers are swept one by one and two at once; depths of plain, normalized and residual
    /// networks, whose layers are computed once where they are alike.
    @Test
    void eachRunIsWhatTheEngineSaysOfItsExperiment() {
        String[][] table = {
            {"--over gain --from 0.5 --to 2 --points 3 --draws 2", "--activation tanh"},
            {"--over depth --from 1 --to 6 --points 6", "--activation relu"},
            {"--over depth --from 1 --to 6 --points 6", "--activation tanh --norm batch"},
            {"--over depth --from 1 --to 6 --points 6", "--norm layer --skip two"},
            {"--over depth --from 2 --to 6 --points 3", "--skip one --branch-scale depth"},
            {"--over gain --points 2 --and depth --from2 1 --to2 4 --points2 3 --draws 2", ""},
            {"--over sigma-w2 --from 1 --to 4 --points 3", "--activation relu"},
            {"--over width --from 4 --to 16 --points 3", "--format bfloat16"},
            {"--over seed --from 3 --to 5 --points 3", "--initializer lsuv"},
            {"--over bias-scale --points 2 --to 1", "--bias normal"},
        };
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            Engine engine = new Engine(kernel, MemoryBudget.ofHeap(0));
            for (String[] row : table) {
                for (String key :
                        List.of(
                                "gradient-ratio",
                                "gradient-rms",
                                "signal-ratio",
                                "last-std",
                                "first-overflow",
                                "saturated")) {
                    SweepAnswer answer = Sweeps.solve(row[0] + " --measure " + key, row[1]);
                    assertTrue(answer.isComplete());
                    for (int run : answer.runs().toArray()) {
                        SweepPlan plan = answer.plan();
                        Experiment experiment = plan.setup(plan.run(run)).experiment();
                        Snapshot snapshot =
                                engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
                        double expected =
                                switch (key) {
                                    case "gradient-ratio" -> snapshot.gradientRatio().orElseThrow();
                                    case "gradient-rms" ->
                                            snapshot.layer(1)
                                                    .of(Quantity.PRE_ACTIVATION_GRADIENT)
                                                    .rms();
                                    case "signal-ratio" ->
                                            snapshot.last().activation().rms()
                                                    / snapshot.input().rms();
                                    case "first-overflow" -> Double.POSITIVE_INFINITY;
                                    case "last-std" -> snapshot.last().activation().std();
                                    default -> snapshot.last().activation().saturatedShare();
                                };
                        assertEquals(
                                expected,
                                answer.value(run),
                                () -> String.join(" ", row) + " " + plan.where(plan.run(run)));
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 100, checked + " runs");
    }

    @Test
    void trainingsAreThoseOfTheTrainingLab() {
        Question<SweepSettings> question =
                new Question<>(
                        Experiment.DEFAULT,
                        new SettingsText<>(Sweeps.LAB.options())
                                .parse(
                                        "--over learning-rate --from 0.001 --to 0.1 --points 3"
                                                + " --log --measure final-loss --draws 2"
                                                + " --steps 4 --data moons"));
        Question<SweepSettings> small =
                new Question<>(
                        question.experiment().withWidth(6).withDepth(2), question.settings());
        SweepAnswer answer = Sweeps.solve(small);
        assertEquals(6, answer.runs().count());
        TrainingLab lab = new TrainingLab();
        try (Kernel kernel = Kernels.scalar(1)) {
            for (int run : answer.runs().toArray()) {
                Setup setup = answer.plan().setup(answer.plan().run(run));
                var loss =
                        lab.solver(kernel, MemoryBudget.ofHeap())
                                .solve(
                                        new Question<>(setup.experiment(), setup.training()),
                                        Cancellation.NEVER,
                                        ProgressListener.none())
                                .first()
                                .loss();
                assertEquals(loss.at(4), answer.value(run));
            }
        }
        assertEquals(6, answer.runs().mapToObj(answer::value).distinct().count());
    }

    /// Orthogonal linear layers keep every direction as long as it is, at any gain: all singular
    /// values are gainᵈ (Saxe et al. 2014, arXiv 1312.6120). Whoever waits hears nothing of what is
    /// told in the first moments of a run of minutes.
    @Test
    void howFarItIsIsToldSomeTimesASecondWithinALongRun() {
        AtomicLong looks = new AtomicLong();
        List<Step> told = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            new SweepSolver(
                            kernel,
                            MemoryBudget.ofHeap(1 << 20),
                            () -> Duration.ofMillis(looks.incrementAndGet()).toNanos())
                    .solve(
                            Sweeps.question(
                                    "--over gain --points 2 --measure final-loss --steps 30"
                                            + " --data moons",
                                    ""),
                            Cancellation.NEVER,
                            new ProgressListener<>() {
                                @Override
                                public void step(Step step) {
                                    told.add(step);
                                }
                            });
        }
        assertEquals(new Step("run", 1, 2), told.getFirst());
        assertEquals(1, told.get(1).number(), "told again");
        // A look takes a millisecond of this clock.
        assertTrue(told.size() <= looks.get() / 100 + 2, told::toString);
    }

    @Test
    void conditionAndMeanSquareOfOrthogonalLayersAreKnown() {
        String experiment = "--activation linear --initializer orthogonal";
        SweepAnswer condition =
                Sweeps.solve(
                        "--over gain --from 0.5 --to 2 --points 3 --measure condition", experiment);
        SweepAnswer square =
                Sweeps.solve(
                        "--over gain --from 0.5 --to 2 --points 3 --log"
                                + " --measure jacobian-mean-square",
                        experiment);
        for (int i = 0; i < 3; i++) {
            assertEquals(1, condition.value(i), 1e-4);
            assertEquals(Math.pow(4, 5 * (i - 1)), square.value(i), 1e-3 * square.value(i));
        }
    }

    @Test
    void bitsAreTheSameWhateverComputes() {
        for (String measure : List.of("gradient-ratio", "last-unit-std")) {
            Question<SweepSettings> question =
                    Sweeps.question(
                            "--over gain --points 5 --draws 3 --measure " + measure,
                            "--activation gelu");
            List<Double> expected = Sweeps.values(Sweeps.solve(question));
            for (Kernel each :
                    List.of(Kernels.choose(Kernels.Choice.VECTOR, 1), Kernels.scalar(3))) {
                try (Kernel kernel = each) {
                    assertEquals(
                            expected,
                            Sweeps.values(
                                    Sweeps.LAB
                                            .solver(kernel, MemoryBudget.ofHeap(0))
                                            .solve(
                                                    question,
                                                    Cancellation.NEVER,
                                                    ProgressListener.none())));
                }
            }
        }
    }

    @Test
    void whatIsCancelledIsShownAndGoesOn() {
        List<Question<SweepSettings>> two =
                List.of(
                        Sweeps.question("--over gain --points 21", "--activation tanh"),
                        Sweeps.question("--over gain --points 21", "--activation relu"));
        AtomicInteger asked = new AtomicInteger();
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<SweepSettings, SweepAnswer> solver =
                    Sweeps.LAB.solver(kernel, MemoryBudget.ofHeap());
            Sweeps.Heard before = new Sweeps.Heard(Asker.ALL_STEPS);
            assertThrows(
                    CancelledException.class,
                    () -> solver.solveAll(two, () -> asked.incrementAndGet() > 400, before));
            int done = requireNonNull(before.parts.get(two.getFirst())).getLast().done();
            assertTrue(done > 0 && done < 21, () -> done + " runs");
            Sweeps.Heard after = new Sweeps.Heard(Asker.ALL_STEPS);
            solver.solveAll(two, Cancellation.NEVER, after);
            assertEquals(done, requireNonNull(after.parts.get(two.getFirst())).getFirst().done());
            for (Question<SweepSettings> question : two) {
                assertEquals(
                        Sweeps.values(Sweeps.solve(question)),
                        Sweeps.values(requireNonNull(after.answers.get(question))));
            }
        }
    }

    @Test
    void theCoarsePointsOfAllComeBeforeTheGapsOfAny() {
        List<Question<SweepSettings>> two =
                List.of(
                        Sweeps.question("--over gain --points 9", "--activation tanh"),
                        Sweeps.question("--over gain --points 9", "--activation relu"));
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<SweepSettings, SweepAnswer> solver =
                    Sweeps.LAB.solver(kernel, MemoryBudget.ofHeap());
            Sweeps.Heard heard = new Sweeps.Heard(6);
            solver.solveAll(two, Cancellation.NEVER, heard);
            assertTrue(heard.answers.isEmpty());
            for (Question<SweepSettings> question : two) {
                assertEquals(
                        List.of(0, 4, 8),
                        requireNonNull(heard.parts.get(question))
                                .getLast()
                                .runs()
                                .boxed()
                                .toList());
            }
            Sweeps.Heard none = new Sweeps.Heard(0);
            solver.solveAll(two, Cancellation.NEVER, none);
            assertEquals(3, requireNonNull(none.parts.get(two.getFirst())).getLast().done());
        }
    }

    @Test
    void sharesOfAllSettingsAreTheWhole() {
        for (int parts : new int[] {1, 2, 3, 7, 50}) {
            int[] found = new int[2];
            for (int part = 1; part <= parts; part++) {
                for (int place = 0; place < 2; place++) {
                    Slice slice = new Slice(part, parts, place, 2);
                    assertEquals(
                            part == 1 ? 0 : new Slice(part - 1, parts, place, 2).end(12),
                            slice.first(12));
                    found[place] += slice.end(12) - slice.first(12);
                }
            }
            assertEquals(12, found[0], parts + " parts");
            assertEquals(12, found[1], parts + " parts");
        }
    }

    @Test
    void whatCannotBeSweptIsRefusedBeforeItBegins() {
        String[][] table = {
            {"--over slope", "slope is not read by this experiment and cannot be swept"},
            {"--over gain --and gain", "gain is swept over already; sweep another number too"},
            {
                "--over gain --from 3 --to 2",
                "gain from 3 to 2 is no way; the first value has to be the lower one"
            },
            {
                "--over gain --from 0 --to 2 --log",
                "a logarithmic way of gain is above 0 and not from 0 to 2"
            },
            {"--over depth --from 0 --to 2", "depth 0 is outside 1..1000"},
            {
                "--over gain --points 1000 --draws 100 --and depth --points2 20",
                "this sweep has 2000000 runs, more than 100000; fewer points or fewer draws would"
                        + " do"
            },
        };
        for (String[] row : table) {
            assertEquals(
                    row[1],
                    assertThrows(Refusal.class, () -> Sweeps.solve(row[0], "")).getMessage());
        }
        try (Kernel kernel = Kernels.scalar(1)) {
            Sweeps.Heard heard = new Sweeps.Heard(Asker.ALL_STEPS);
            Question<SweepSettings> wide =
                    Sweeps.question("--over width --from 10 --to 4000 --points 4", "");
            Sweeps.LAB
                    .solver(kernel, new MemoryBudget(1 << 20, 0))
                    .solveAll(List.of(wide), Cancellation.NEVER, heard);
            String sentence = String.valueOf(requireNonNull(heard.refused.get(wide)).getMessage());
            assertTrue(
                    sentence.startsWith("width 1340 does not fit: this experiment needs"),
                    sentence);
            assertFalse(heard.parts.containsKey(wide));
        }
    }
}
