package dev.weightscope.spectrum;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Column;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpectrumLabTest {
    private static final SpectrumLab LAB = new SpectrumLab();
    private static final Experiment SMALL =
            Experiment.DEFAULT
                    .withWidths(new LayerWidths.Same(6, 12))
                    .withActivation(Activation.of(ActivationFunction.RELU))
                    .withSamples(3);

    private static SpectrumAnswer solve(
            Experiment experiment,
            SpectrumSettings settings,
            ProgressListener<SpectrumAnswer> listener) {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<SpectrumSettings, SpectrumAnswer> solver =
                    LAB.solver(kernel, MemoryBudget.ofHeap());
            return solver.solve(new Question<>(experiment, settings), Cancellation.NEVER, listener);
        }
    }

    private static SpectrumAnswer solve(Experiment experiment, SpectrumSettings settings) {
        return solve(experiment, settings, ProgressListener.none());
    }

    private static List<String> column(Table<?> table, String name) {
        return cells(table, name);
    }

    private static <R> List<String> cells(Table<R> table, String name) {
        Column<R> column =
                table.columns().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return table.rows().stream().map(row -> column.of(row).text()).toList();
    }

    @Test
    void theDocumentHasAMemberOfEachKindForEachDepth() {
        SpectrumAnswer answer = solve(SMALL, SpectrumSettings.DEFAULT.withInputs(2));
        Value.Tree document = LAB.document(answer);
        assertEquals(
                List.of(
                        "depths",
                        "singularValues",
                        "meanSquare",
                        "median",
                        "condition",
                        "zeros",
                        "rounded"),
                List.copyOf(document.members().keySet()));
        for (Value member : document.members().values()) {
            assertEquals(4, ((Value.Array) member).elements().size());
        }
        assertEquals(
                List.of(1L, 2L, 4L, 6L),
                array(document.members().get("depths")).elements().stream()
                        .map(each -> ((Value.Whole) each).number())
                        .toList());
        Value first = array(document.members().get("singularValues")).elements().getFirst();
        assertEquals(24, ((Value.Array) first).elements().size());
    }

    private static Value.Array array(@Nullable Value value) {
        return (Value.Array) requireNonNull(value);
    }

    @Test
    void tablesHoldAllValues() {
        SpectrumAnswer answer = solve(SMALL, SpectrumSettings.DEFAULT);
        Table<?> values = LAB.table(answer);
        assertEquals(4 * 12, values.rows().size());
        List<String> written = column(values, "singularValue");
        for (int i = 0; i < 12; i++) {
            assertEquals(Double.toString(answer.depths().get(2).value(i)), written.get(2 * 12 + i));
        }
        assertEquals("4", column(values, "depth").get(2 * 12));
        assertEquals(6 * 12, requireNonNull(LAB.moreTables(answer).get("weights")).rows().size());
        assertEquals(
                List.of("1", "2", "4", "6"),
                column(requireNonNull(LAB.moreTables(answer).get("depths")), "depth"));
        assertTrue(LAB.text(answer).contains("\n\ndepth  largest"), LAB.text(answer));
    }

    @Test
    void depthsAreThoseOfTheStream() {
        assertEquals(List.of(1, 2, 4, 8, 10), DepthChoice.POWERS.of(all(10)));
        assertEquals(List.of(1, 2, 4, 8), DepthChoice.POWERS.of(all(8)));
        assertEquals(List.of(1, 2, 3), DepthChoice.ALL.of(all(3)));
        assertEquals(List.of(3), DepthChoice.LAST.of(all(3)));
        assertEquals(List.of(2, 4, 6), DepthChoice.ALL.of(SMALL.withSkip(Skip.TWO).streamLayers()));
        assertEquals(
                List.of(2, 4, 6), DepthChoice.POWERS.of(SMALL.withSkip(Skip.TWO).streamLayers()));
    }

    private static List<Integer> all(int depth) {
        return java.util.stream.IntStream.rangeClosed(1, depth).boxed().toList();
    }

    @Test
    void inputsThatThereAreNotAreRefusedWithWhatWouldBeRight() {
        Refusal few =
                assertThrows(
                        Refusal.class, () -> solve(SMALL, SpectrumSettings.DEFAULT.withInputs(4)));
        assertEquals(
                "there is no input 4, as the experiment has 3; take fewer inputs or more samples",
                few.getMessage());
        Refusal late =
                assertThrows(
                        Refusal.class,
                        () -> solve(SMALL, SpectrumSettings.DEFAULT.withFirstInput(5)));
        assertEquals(
                "there is no input 5, as the experiment has 3; take an earlier first input or more"
                        + " samples",
                late.getMessage());
        assertThrows(Refusal.class, () -> SpectrumSettings.DEFAULT.withInputs(65));
        assertThrows(Refusal.class, () -> SpectrumSettings.DEFAULT.withFirstInput(0));
    }

    @Test
    void theAnswerGrowsAndStepsAreTold() {
        List<SpectrumAnswer> parts = new ArrayList<>();
        List<Integer> layers = new ArrayList<>();
        SpectrumAnswer whole =
                solve(
                        SMALL,
                        SpectrumSettings.DEFAULT,
                        new ProgressListener<>() {
                            @Override
                            public boolean wantsPartial() {
                                return true;
                            }

                            @Override
                            public void partial(SpectrumAnswer answer) {
                                parts.add(answer);
                            }

                            @Override
                            public void step(Step step) {
                                layers.add(step.number());
                            }
                        });
        assertEquals(List.of(1, 2, 3, 4, 5, 6), layers);
        assertEquals(1, parts.getFirst().depths().size());
        assertTrue(!parts.getFirst().isWhole() && whole.isWhole());
        assertTrue(
                LAB.caption(new Question<>(SMALL, SpectrumSettings.DEFAULT), parts.getFirst())
                        .endsWith("seed 42 · Jacobian at input 1 · 1 of 4 depths"));
    }

    @Test
    void binsAreOfNoAccount() {
        Question<SpectrumSettings> other =
                new Question<>(
                        SMALL.withBinning(new Binning(7, new BinRange.Natural())),
                        SpectrumSettings.DEFAULT);
        assertEquals(LAB.heard(new Question<>(SMALL, SpectrumSettings.DEFAULT)), LAB.heard(other));
    }

    @Test
    void memoryThatThereIsNotIsRefusedBeforeAnythingIsAllocated() {
        try (Kernel kernel = Kernels.scalar(1)) {
            Solver<SpectrumSettings, SpectrumAnswer> solver =
                    LAB.solver(kernel, new MemoryBudget(1 << 20, 0));
            Refusal refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    solver.solve(
                                            new Question<>(
                                                    SMALL.withWidth(500), SpectrumSettings.DEFAULT),
                                            Cancellation.NEVER,
                                            ProgressListener.none()));
            assertTrue(
                    String.valueOf(refusal.getMessage()).startsWith("this Jacobian needs "),
                    refusal.getMessage());
        }
    }
}
