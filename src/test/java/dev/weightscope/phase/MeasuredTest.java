package dev.weightscope.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import dev.weightscope.lab.Value;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.option.SettingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks that are trained all over a map.
class MeasuredTest {
    private static final PhaseLab LAB = new PhaseLab();

    /// Thirty runs of some milliseconds.
    private static final PhaseSettings SMALL =
            settings(
                    "--sigma-w2 0,4,5 --sigma-b2 0,0.3,3 --measured --measured-w2 0.5,3,6"
                            + " --measured-b2 0,0.2,5 --data moons --steps 12");

    private static final Experiment TANH = Experiment.DEFAULT.withDepth(4).withWidth(6);

    private static PhaseSettings settings(String text) {
        return new SettingsText<>(LAB.options()).parse(text);
    }

    private static Solver<PhaseSettings, PhaseAnswer> solver(Kernel kernel) {
        return LAB.solver(kernel, MemoryBudget.ofHeap());
    }

    private static PhaseAnswer answer(Experiment experiment, PhaseSettings settings) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return solver(kernel)
                    .solve(
                            new Question<>(experiment, settings),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }

    private static Measured measured(PhaseAnswer answer) {
        return answer.measured().orElseThrow();
    }

    /// What is told on the way.
    private static final class Heard implements ProgressListener<PhaseAnswer> {
        final List<PhaseAnswer> parts = new ArrayList<>();
        final List<Step> steps = new ArrayList<>();

        @Override
        public void partial(PhaseAnswer answer) {
            parts.add(answer);
        }

        @Override
        public void step(Step step) {
            steps.add(step);
        }
    }

    @Test
    void placesLieEvenlyOnTheMapUnlessTheyAreSaid() {
        PhaseSettings settings = settings("--measured");
        Places places = settings.trainability().on(settings.weights(), settings.biases());
        assertEquals(new GridAxis(4 / 24.0, 4 - 4 / 24.0, 12), places.weights());
        assertEquals(
                List.of(0.0, 0.05, 0.1, 0.15, 0.2, 0.25),
                places.biases().points().stream()
                        .map(each -> Math.round(100 * each) / 100.0)
                        .toList());
        assertEquals(
                new GridAxis(0.5, 3, 6),
                SMALL.trainability().on(settings.weights(), settings.biases()).weights());
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> settings("--measured --measured-w2 0,1,100 --measured-b2 0,1,100"));
        assertTrue(
                Objects.requireNonNull(refusal.getMessage()).contains("fewer places would do"),
                refusal::getMessage);
    }

    @Test
    void coarsePlacesComeFirstAndEachOneIsTold() {
        Heard heard = new Heard();
        PhaseAnswer whole;
        try (Kernel kernel = Kernels.scalar(1)) {
            whole = solver(kernel).solve(new Question<>(TANH, SMALL), Cancellation.NEVER, heard);
        }
        assertTrue(measured(whole).isComplete());
        assertEquals(30, measured(whole).done());
        List<Integer> counts =
                heard.parts.stream()
                        .flatMap(part -> part.measured().stream())
                        .map(Measured::done)
                        .toList();
        assertEquals(counts.stream().sorted().toList(), counts);
        // σ_w² 0, 4 and 5, σ_b² 0 and 4, counted from 0.
        List<Integer> coarse = List.of(0, 4, 5, 24, 28, 29);
        for (PhaseAnswer part : heard.parts) {
            part.measured()
                    .filter(each -> each.done() > 0 && each.done() < coarse.size())
                    .ifPresent(each ->
                            assertTrue(
                                    coarse.containsAll(each.known().stream().boxed().toList()),
                                    each.known()::toString));
        }
        assertTrue(heard.steps.stream().allMatch(step -> step.total() == 30));
        assertFalse(heard.steps.isEmpty());
    }

    @Test
    void threadsAndCancellationsChangeNoBit() {
        PhaseAnswer expected = answer(TANH, SMALL);
        try (Kernel kernel = Kernels.scalar(3)) {
            Solver<PhaseSettings, PhaseAnswer> solver = solver(kernel);
            assertEquals(
                    expected,
                    solver.solve(
                            new Question<>(TANH, SMALL),
                            Cancellation.NEVER,
                            ProgressListener.none()));
        }
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<PhaseSettings, PhaseAnswer> solver = solver(kernel);
            int cancelled = 0;
            PhaseAnswer found = null;
            for (int patience = 1000; found == null && cancelled < 50; patience += 3000) {
                int[] left = {patience};
                try {
                    found =
                            solver.solve(
                                    new Question<>(TANH, SMALL),
                                    () -> --left[0] < 0,
                                    ProgressListener.none());
                } catch (CancelledException _) {
                    cancelled++;
                    if (cancelled == 3) {
                        solver.rest();
                    }
                }
            }
            assertEquals(expected, found);
            assertTrue(cancelled > 2, "cancelled " + cancelled);
        }
    }

    @Test
    void anExperimentThatMovesOnTheMapFindsThem() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<PhaseSettings, PhaseAnswer> solver = solver(kernel);
            PhaseAnswer first =
                    solver.solve(
                            new Question<>(TANH, SMALL),
                            Cancellation.NEVER,
                            ProgressListener.none());
            solver.rest();
            Heard heard = new Heard();
            Experiment moved = PhaseMove.to(TANH, 2.5, 0.1);
            PhaseAnswer there =
                    solver.solve(new Question<>(moved, SMALL), Cancellation.NEVER, heard);
            assertEquals(first.measured(), there.measured());
            assertTrue(heard.steps.isEmpty(), "nothing is trained again");
            assertEquals(first.measured(), heard.parts.getFirst().measured());
            Heard other = new Heard();
            solver.solve(new Question<>(moved.withSeed(5), SMALL), Cancellation.NEVER, other);
            assertFalse(other.steps.isEmpty(), "another seed is another network");
        }
    }

    @Test
    void onlyTheFirstQuestionIsMeasured() {
        Map<Experiment, PhaseAnswer> answers = new HashMap<>();
        Experiment pinned = TANH.withGain(2);
        try (Kernel kernel = Kernels.scalar(1)) {
            solver(kernel)
                    .solveAll(
                            List.of(new Question<>(TANH, SMALL), new Question<>(pinned, SMALL)),
                            Cancellation.NEVER,
                            new Asker<>() {
                                @Override
                                public ProgressListener<PhaseAnswer> begun(
                                        Question<PhaseSettings> question) {
                                    return ProgressListener.none();
                                }

                                @Override
                                public void take(
                                        Question<PhaseSettings> question,
                                        Supplier<PhaseAnswer> answer) {
                                    answers.put(question.experiment(), answer.get());
                                }
                            });
        }
        assertTrue(Objects.requireNonNull(answers.get(TANH)).measured().isPresent());
        assertTrue(Objects.requireNonNull(answers.get(pinned)).measured().isEmpty());
    }

    @Test
    void deeperThanTheoryAllowsFails() {
        PhaseAnswer answer =
                answer(
                        Experiment.DEFAULT.withDepth(24).withWidth(24),
                        settings(
                                "--sigma-w2 0,4,5 --sigma-b2 0,0.3,3 --measured --measured-w2"
                                        + " 0.4,1.8,2 --measured-b2 0.05,0.3,2 --steps 150"
                                        + " --learning-rate 0.03"));
        Measured measured = measured(answer);
        // σ_b² 0.05: 6 ξ is far below the depth at σ_w² 0.4, and far above it beside the critical
        // 1.76.
        assertTrue(measured.reach()[0] < 24 && measured.reach()[1] > 100);
        assertTrue(measured.learnt(0) < 0.1, "learnt " + measured.learnt(0));
        assertTrue(measured.learnt(1) > 0.5, "learnt " + measured.learnt(1));
        assertEquals(0.1018, measured.chance(), 5e-4);
        String said = String.join(" ", MeasuredNotes.sentences(measured, 24));
        assertTrue(said.contains("24 layers"), said);
        assertTrue(LAB.text(answer).contains("Right answers in %"), () -> LAB.text(answer));
    }

    @Test
    void onlyPlacesThatThereAreAreCounted() {
        Places places = new Places(new GridAxis(1, 2, 2), new GridAxis(0, 0.1, 2));
        List<MeasuredRun> runs =
                DoubleStream.of(0.95, 0.1, 0.9, 0.2)
                        .mapToObj(share -> MeasuredRun.ended(42, share, OptionalInt.empty()))
                        .toList();
        record Case(double[] reach, String said) {}
        for (Case each :
                List.of(
                        new Case(
                                new double[] {100, 5, 24, 23},
                                "Measured: of the places where 6 ξ reaches through all 24 layers"
                                        + " 2 of 2 learn, of the others 0 of 2."),
                        new Case(
                                new double[] {100, 100, 100, 24},
                                "Measured: of the places where 6 ξ reaches through all 24 layers"
                                        + " 2 of 4 learn."),
                        new Case(
                                new double[] {5, 5, 5, 5},
                                "Measured: of the places where 6 ξ does not reach through all 24"
                                        + " layers 2 of 4 learn."),
                        new Case(
                                new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN},
                                "Measured: networks learn at 2 of 4 places."))) {
            assertEquals(
                    List.of(each.said()),
                    MeasuredNotes.sentences(
                            new Measured(places, 1, 0.1, each.reach(), runs, "digits"), 24));
        }
    }

    @Test
    void aLossThatIsNoNumberIsShownAsSuch() {
        Measured measured =
                measured(
                        answer(
                                TANH.withActivation(Activation.of(ActivationFunction.LINEAR)),
                                settings(
                                        "--sigma-w2 0,4,5 --sigma-b2 0,0.3,3 --measured"
                                                + " --measured-w2 3,4,2 --measured-b2 0,0.1,2"
                                                + " --data breast-cancer --learning-rate 1000"
                                                + " --steps 60")));
        assertEquals(4, measured.done());
        for (int place = 0; place < 4; place++) {
            assertTrue(Double.isNaN(measured.learnt(place)), "place " + place);
            String line = MeasuredNotes.lines(measured, place, 4).getFirst();
            assertTrue(line.startsWith("measured: the loss is no number after step"), line);
        }
    }

    @Test
    void normalizedNetworksAreMeasuredWhereTheoryCountsForNothing() {
        PhaseAnswer answer = answer(TANH.withNormalization(Normalization.LAYER), SMALL);
        Measured measured = measured(answer);
        assertFalse(PhaseNotes.fade(answer).isEmpty());
        assertTrue(measured.isComplete());
        assertTrue(IntStream.range(0, 30).allMatch(i -> Double.isNaN(measured.reach()[i])));
        assertEquals(30, PhaseCharts.ground(answer).shares().size());
    }

    @Test
    void whatCannotBeTrainedIsRefusedAndTheMapIsThere(@TempDir Path directory) throws IOException {
        Path numbers = directory.resolve("numbers.csv");
        Files.writeString(
                numbers,
                IntStream.range(0, 30)
                        .mapToObj(i -> "%d,%s\n".formatted(i, i * 0.37 % 1))
                        .collect(Collectors.joining("", "x,y\n", "")));
        for (String[] each :
                new String[][] {
                    {"--data no-such.csv", "no-such.csv"},
                    {
                        "--data %s --data-reading '--target last'".formatted(numbers),
                        "choose data with classes"
                    }
                }) {
            Heard heard = new Heard();
            PhaseSettings settings = settings("--sigma-w2 0,4,5 --measured " + each[0]);
            try (Kernel kernel = Kernels.scalar(1)) {
                Refusal refusal =
                        assertThrows(
                                Refusal.class,
                                () ->
                                        solver(kernel)
                                                .solve(
                                                        new Question<>(TANH, settings),
                                                        Cancellation.NEVER,
                                                        heard));
                assertTrue(
                        Objects.requireNonNull(refusal.getMessage()).contains(each[1]),
                        refusal::getMessage);
            }
            assertTrue(heard.parts.getLast().isWhole());
        }
    }

    @Test
    void whatDoesNotFitIsRefusedBefore() {
        Experiment wide = TANH.withWidth(4096);
        try (Kernel kernel = Kernels.scalar(2)) {
            Refusal refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    LAB.solver(kernel, new MemoryBudget(64 << 20, 0))
                                            .solve(
                                                    new Question<>(wide, SMALL),
                                                    Cancellation.NEVER,
                                                    ProgressListener.none()));
            assertTrue(
                    Objects.requireNonNull(refusal.getMessage())
                            .contains("fewer threads or narrower layers would fit"),
                    refusal::getMessage);
        }
    }

    @Test
    void theDocumentAndTheTableHaveEachRun() {
        PhaseAnswer answer = answer(TANH, SMALL);
        Value.Tree document = LAB.document(answer);
        var tree = assertInstanceOf(Value.Tree.class, document.members().get("measured"));
        assertEquals(
                List.of("networks", "chance", "sigmaW2", "sigmaB2", "accuracy", "depthByTheory"),
                List.copyOf(tree.members().sequencedKeySet()));
        var rows = assertInstanceOf(Value.Array.class, tree.members().get("accuracy"));
        assertEquals(5, rows.elements().size());
        assertEquals(
                30, Objects.requireNonNull(LAB.moreTables(answer).get("measured")).rows().size());
        assertFalse(
                LAB.document(answer(TANH, SMALL.measured(false)))
                        .members()
                        .containsKey("measured"));
    }
}
