package dev.weightscope.race;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.CustomInitializer;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.WeightInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSolverTest {
    private static final String PLAN = "--steps 12 --draws 2 --batch 100 --test-share 0.2";
    private static final List<Question<TrainingSettings>> THREE =
            List.of(
                    Races.question(PLAN, ""),
                    Races.question(PLAN, "--initializer zeros"),
                    Races.question(PLAN, "--initializer normal --std 1"));

    @Test
    void allTogetherAreBitForBitWhatEachIsAlone() {
        Map<Question<TrainingSettings>, TrainingAnswer> together = Races.together(THREE);
        int checked = 0;
        for (Question<TrainingSettings> question : THREE) {
            TrainingAnswer alone = Races.alone(question);
            TrainingAnswer beside = requireNonNull(together.get(question));
            assertEquals(Races.hashes(alone), Races.hashes(beside));
            for (int draw = 0; draw < 2; draw++) {
                assertArrayEquals(
                        alone.draws().get(draw).loss().toArray(),
                        beside.draws().get(draw).loss().toArray());
                assertEquals(13, beside.draws().get(draw).testAccuracy().length());
                checked++;
            }
        }
        assertEquals(6, checked);
    }

    @Test
    void whatIsCancelledGoesOnWhereItWasAndEndsTheSame() {
        AtomicInteger asked = new AtomicInteger();
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, MemoryBudget.ofHeap());
            Races.Heard before = new Races.Heard(Asker.ALL_STEPS);
            // Each step asks some times; enough for a few of them.
            Cancellation soon = () -> asked.incrementAndGet() > 150;
            assertThrows(CancelledException.class, () -> solver.solveAll(THREE, soon, before));
            assertFalse(before.parts.isEmpty(), "what there is is shown at the end");
            int done = requireNonNull(before.parts.get(THREE.getFirst())).first().loss().length();
            assertTrue(done > 0 && done < 13, () -> "steps " + done);
            Races.Heard after = new Races.Heard(Asker.ALL_STEPS);
            solver.solveAll(THREE, Cancellation.NEVER, after);
            assertEquals(THREE.size(), after.answers.size());
            for (Question<TrainingSettings> question : THREE) {
                assertEquals(
                        Races.hashes(Races.alone(question)),
                        Races.hashes(requireNonNull(after.answers.get(question))));
            }
        }
    }

    @Test
    void stepByStepItIsTheSame() {
        Question<TrainingSettings> question = Races.question("--steps 3 --draws 2", "");
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, MemoryBudget.ofHeap());
            Races.Heard none = new Races.Heard(0);
            solver.solveAll(List.of(question), Cancellation.NEVER, none);
            TrainingAnswer nothing = requireNonNull(none.parts.get(question));
            assertEquals(0, nothing.first().loss().length());
            assertEquals(List.of(), Races.LAB.views(nothing));
            for (int step = 1; step <= 2; step++) {
                Races.Heard heard = new Races.Heard(1);
                solver.solveAll(List.of(question), Cancellation.NEVER, heard);
                assertEquals(step, requireNonNull(heard.parts.get(question)).steps());
                assertTrue(heard.answers.isEmpty());
                solver.rest();
            }
            Races.Heard last = new Races.Heard(1);
            solver.solveAll(List.of(question), Cancellation.NEVER, last);
            assertEquals(
                    Races.hashes(Races.alone(question)),
                    Races.hashes(requireNonNull(last.answers.get(question))));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithFiguresBeforeItBegins() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, new MemoryBudget(1 << 20, 0));
            String sentence =
                    assertThrows(
                                    Refusal.class,
                                    () ->
                                            solver.solve(
                                                    Races.question("--steps 100000", ""),
                                                    Cancellation.NEVER,
                                                    ProgressListener.none()))
                            .getMessage();
            assertTrue(
                    requireNonNull(sentence)
                            .matches(
                                    "this race needs [0-9.]+ MiB, this program may use 1\\.0 MiB;"
                                            + " (fewer draws or )?fewer steps would fit"),
                    sentence);
        }
    }

    @Test
    void dataThatDoNotFitAreRefusedBeforeTheyAreCopied() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, new MemoryBudget(6_000_000, 0));
            assertEquals(
                    "this race needs 11.1 MiB, this program may use 5.7 MiB; fewer rows or columns"
                            + " would fit",
                    assertThrows(
                                    Refusal.class,
                                    () ->
                                            solver.solve(
                                                    Races.question(
                                                            "--data moons --steps 1 --batch 1",
                                                            "--points 100000"),
                                                    Cancellation.NEVER,
                                                    ProgressListener.none()))
                            .getMessage());
        }
    }

    @Test
    void whatIsOnAFileThatHasChangedBeginsAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "x,class\n1,a\n2,b\n");
        Question<TrainingSettings> question = Races.question("--data \"" + file + "\"", "");
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, MemoryBudget.ofHeap());
            List<List<Integer>> stepsAndRows = new ArrayList<>();
            for (String more : List.of("", "", "3,a\n", "")) {
                if (!more.isEmpty()) {
                    Files.writeString(file, more, StandardOpenOption.APPEND);
                }
                Races.Heard heard = new Races.Heard(1);
                solver.solveAll(List.of(question), Cancellation.NEVER, heard);
                TrainingAnswer part = requireNonNull(heard.parts.get(question));
                stepsAndRows.add(List.of(part.steps(), part.task().rows()));
            }
            assertEquals(
                    List.of(List.of(1, 2), List.of(2, 2), List.of(1, 3), List.of(2, 3)),
                    stepsAndRows);
        }
    }

    @Test
    void whatDoesNotFitLeavesItsRoomToThoseAfterIt() {
        List<Question<TrainingSettings>> questions =
                List.of(
                        Races.question(PLAN, ""),
                        Races.question("--steps 100000 --draws 2", ""),
                        Races.question(PLAN, "--initializer zeros"));
        try (Kernel kernel = Kernels.scalar(1)) {
            Races.Heard heard = new Races.Heard(Asker.ALL_STEPS);
            Races.LAB
                    .solver(kernel, new MemoryBudget(8 << 20, 0))
                    .solveAll(questions, Cancellation.NEVER, heard);
            assertEquals(Set.of(questions.get(1)), heard.refused.keySet());
            assertEquals(Set.of(questions.get(0), questions.get(2)), heard.answers.keySet());
        }
    }

    /// A person's own start that fails once.
    private static final class FailsOnce implements WeightInitializer {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String key() {
            return "fails-once";
        }

        @Override
        public float[] weights(int fanIn, int fanOut, RandomGenerator random) {
            return new float[calls.getAndIncrement() == 0 ? 1 : fanIn * fanOut];
        }
    }

    @Test
    void aStartThatFailsLeavesTheOthersInTheRaceAndCanBeAskedAgain() {
        Question<TrainingSettings> good = THREE.getFirst();
        Question<TrainingSettings> bad =
                new Question<>(
                        good.experiment().withInitializer(new CustomInitializer(new FailsOnce())),
                        good.settings());
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, MemoryBudget.ofHeap());
            Races.Heard heard = new Races.Heard(Asker.ALL_STEPS);
            solver.solveAll(List.of(bad, good), Cancellation.NEVER, heard);
            assertEquals(
                    Races.hashes(Races.alone(good)),
                    Races.hashes(requireNonNull(heard.answers.get(good))));
            String sentence = requireNonNull(heard.refused.get(bad)).getMessage();
            assertTrue(requireNonNull(sentence).contains("fails-once"), sentence);
            assertEquals(Set.of(bad), heard.refused.keySet());
            Races.Heard again = new Races.Heard(Asker.ALL_STEPS);
            solver.solveAll(List.of(bad), Cancellation.NEVER, again);
            assertTrue(requireNonNull(again.answers.get(bad)).isComplete());
        }
    }

    @Test
    void aStepThatIsCancelledHalfwayLeavesNobodyAhead() {
        List<Question<TrainingSettings>> questions =
                THREE.stream()
                        .map(each ->
                                new Question<>(
                                        each.experiment(),
                                        Races.settings("--steps 200 --draws 2 --batch 100")))
                        .toList();
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<TrainingSettings, TrainingAnswer> solver =
                    Races.LAB.solver(kernel, MemoryBudget.ofHeap());
            int uneven = 0;
            for (int patience = 1; patience <= 150; patience += 10) {
                AtomicInteger left = new AtomicInteger(patience);
                Races.Heard halfway = new Races.Heard(1);
                try {
                    solver.solveAll(questions, () -> left.getAndDecrement() <= 0, halfway);
                } catch (CancelledException _) {
                    uneven += lengths(halfway).size() > 1 ? 1 : 0;
                }
                Races.Heard after = new Races.Heard(1);
                solver.solveAll(questions, Cancellation.NEVER, after);
                assertEquals(1, lengths(after).size(), () -> "lengths " + lengths(after));
            }
            assertTrue(uneven > 2, uneven + " calls are left halfway");
        }
    }

    /// How many losses the draws have.
    private static Set<Integer> lengths(Races.Heard heard) {
        return heard.parts.values().stream()
                .flatMap(answer -> answer.draws().stream())
                .map(draw -> draw.loss().length())
                .collect(Collectors.toSet());
    }

    @Test
    void unknownDataIsRefused() {
        assertEquals(
                "data \"brest\" is neither breast-cancer, digits, mnist, moons, circles, spirals,"
                        + " blobs nor a file",
                assertThrows(Refusal.class, () -> Races.alone(Races.question("--data brest", "")))
                        .getMessage());
    }
}
