package dev.weightscope.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.plane.MapLine;
import dev.weightscope.chart.plane.PlaneView;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Value;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import dev.weightscope.theory.CriticalCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseLabTest {
    private static final PhaseLab LAB = new PhaseLab();
    private static final PhaseSettings SMALL =
            new PhaseSettings(PhaseQuantity.XI_C, new GridAxis(0.5, 4, 8), new GridAxis(0, 0.1, 3));

    /// σ_w² 1.3, σ_b² 0.05.
    private static final Experiment TANH =
            Experiment.DEFAULT
                    .withWidth(64)
                    .withDepth(30)
                    .withGain(Math.sqrt(1.3))
                    .withBias(new Bias(BiasKind.NORMAL, Math.sqrt(0.05)));

    private static PhaseAnswer answer(Experiment experiment, PhaseSettings settings) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return LAB.solver(kernel, MemoryBudget.ofHeap())
                    .solve(
                            new Question<>(experiment, settings),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }

    /// Of another program, at σ_b² = 0.05.
    @ParameterizedTest
    @CsvSource({
        "1, .193593, .759032, 1.748, 3.627",
        "1.3, .315316, .880164, 1.785, 7.834",
        "1.7, .533076, .986741, 1.558, 74.918",
        "1.9, .657112, 1.028452, 1.441, 39.352",
        "2.5, 1.063958, 1.133516, 1.180, 11.796",
        "4, 2.195494, 1.342402, .873, 6.980"
    })
    void thePointOfAnExperimentHasTheTablesFigures(
            double w, double q, double chi, double xiQ, double xiC) {
        PhaseAnswer answer = answer(TANH.withGain(Math.sqrt(w)), SMALL);
        var point = assertInstanceOf(PhasePoint.At.class, answer.point());
        assertEquals(w, point.limit().weightVariance(), 1e-12);
        assertEquals(0.05, point.limit().biasVariance(), 1e-12);
        assertEquals(q, point.limit().variance(), 6e-7);
        assertEquals(chi, point.limit().chi(), 6e-7);
        assertEquals(xiQ, point.limit().varianceScale(), 6e-4);
        assertEquals(xiC, point.limit().correlationScale(), 6e-4);
        assertEquals(1.760955, point.critical().orElseThrow(), 6e-7);
    }

    @Test
    void whereTheSignalVanishesTheCorrelationIsThatOfRunTheory() {
        Experiment vanishing = TANH.withBias(new Bias(BiasKind.ZERO, 0)).withGain(0.5);
        PhaseAnswer answer = answer(vanishing, SMALL);
        assertTrue(
                PhaseNotes.figures(answer).contains(List.of("Correlation c*", "1")),
                PhaseNotes.figures(answer)::toString);
        var point = assertInstanceOf(Value.Tree.class, LAB.document(answer).members().get("point"));
        assertEquals(new Value.Real(1), point.members().get("correlation"));
    }

    @Test
    void theDocumentHasARowForEachBiasVariance() {
        Value.Tree document = LAB.document(answer(TANH, SMALL));
        assertEquals(
                List.of(
                        "activation",
                        "what",
                        "sigmaW2",
                        "sigmaB2",
                        "values",
                        "criticalLine",
                        "point"),
                List.copyOf(document.members().sequencedKeySet()));
        var rows = assertInstanceOf(Value.Array.class, document.members().get("values"));
        assertEquals(3, rows.elements().size());
        for (Value row : rows.elements()) {
            assertEquals(8, assertInstanceOf(Value.Array.class, row).elements().size());
        }
        // σ_w² 1.5 and σ_b² 0.05 of the same program.
        var row = assertInstanceOf(Value.Array.class, rows.elements().get(1));
        var cell = assertInstanceOf(Value.Real.class, row.elements().get(2));
        assertEquals(15.791, cell.number(), 6e-4);
        assertEquals(24, LAB.table(answer(TANH, SMALL)).rows().size());
    }

    @Test
    void theSameBitsComeFromAnyNumberOfThreads() {
        try (Kernel one = Kernels.scalar(1);
                Kernel three = Kernels.scalar(3)) {
            List<PhaseAnswer> answers = new ArrayList<>();
            for (Kernel kernel : List.of(one, three)) {
                answers.add(
                        LAB.solver(kernel, MemoryBudget.ofHeap())
                                .solve(
                                        new Question<>(TANH, SMALL),
                                        Cancellation.NEVER,
                                        ProgressListener.none()));
            }
            assertArrayEquals(answers.get(0).grid().scale(), answers.get(1).grid().scale());
            assertEquals(answers.get(0), answers.get(1));
        }
    }

    @Test
    void aCoarseMapComesFirstAndAKeptOneAtOnce() {
        try (Kernel kernel = Kernels.scalar(1)) {
            var solver = LAB.solver(kernel, MemoryBudget.ofHeap());
            List<PhaseAnswer> parts = new ArrayList<>();
            ProgressListener<PhaseAnswer> listener =
                    new ProgressListener<>() {
                        @Override
                        public boolean wantsPartial() {
                            return true;
                        }

                        @Override
                        public void partial(PhaseAnswer answer) {
                            parts.add(answer);
                        }
                    };
            PhaseSettings settings = PhaseSettings.DEFAULT.withWeights(new GridAxis(0, 4, 41));
            PhaseAnswer whole =
                    solver.solve(new Question<>(TANH, settings), Cancellation.NEVER, listener);
            assertEquals(1, parts.size());
            assertFalse(parts.getFirst().isWhole());
            assertTrue(whole.isWhole());
            Question<PhaseSettings> question = new Question<>(TANH, settings);
            String caption = LAB.caption(question, parts.getFirst());
            assertTrue(caption.endsWith(" · coarse, 11 × 19 points"), caption);
            assertFalse(LAB.caption(question, whole).contains("coarse"));
            PhaseAnswer moved =
                    solver.solve(
                            new Question<>(TANH.withGain(2), settings),
                            Cancellation.NEVER,
                            listener);
            assertEquals(1, parts.size());
            assertSame(whole.grid(), moved.grid(), "a point that moves has the map kept");
        }
    }

    @Test
    void cancellingEndsItAndLeavesItReady() {
        try (Kernel kernel = Kernels.scalar(1)) {
            var solver = LAB.solver(kernel, MemoryBudget.ofHeap());
            var question = new Question<>(TANH, SMALL);
            int[] asked = {0};
            assertThrows(
                    CancelledException.class,
                    () -> solver.solve(question, () -> ++asked[0] > 200, ProgressListener.none()));
            assertEquals(
                    answer(TANH, SMALL),
                    solver.solve(question, Cancellation.NEVER, ProgressListener.none()));
        }
    }

    @Test
    void aMapThatDoesNotFitIsRefusedBefore() {
        try (Kernel kernel = Kernels.scalar(1)) {
            var solver = LAB.solver(kernel, new MemoryBudget(1000, 0));
            Refusal refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    solver.solve(
                                            new Question<>(TANH, PhaseSettings.DEFAULT),
                                            Cancellation.NEVER,
                                            ProgressListener.none()));
            assertTrue(
                    Objects.requireNonNull(refusal.getMessage()).contains("fewer points would fit"),
                    refusal.getMessage());
        }
    }

    @Test
    void normalizationLeavesAPlaceAndSaysWhyTheMapDoesNotCount() {
        PhaseAnswer answer = answer(TANH.withNormalization(Normalization.LAYER), SMALL);
        var point = assertInstanceOf(PhasePoint.Beside.class, answer.point());
        assertEquals(1.3, point.weightVariance(), 1e-12);
        assertTrue(PhaseNotes.fade(answer).startsWith("The map is of plain networks."));
        assertInstanceOf(
                PhasePoint.None.class,
                answer(TANH.withBias(new Bias(BiasKind.CONSTANT, 0.1)), SMALL).point());
    }

    @Test
    void normalizationAndSkipsAreBothNamedAndTheWayThatIsLeft() {
        PhaseAnswer answer =
                answer(TANH.withNormalization(Normalization.BATCH).withSkip(Skip.ONE), SMALL);
        assertEquals(
                List.of(
                        "The map is of plain networks. This one has batch norm and skips.",
                        "Networks trained all over it say where it learns."),
                PhaseNotes.sentences(answer));
        PlaneView depth = PhaseLines.depth(answer);
        assertEquals(PhaseNotes.fade(answer), depth.note());
        assertEquals(new Range(1, 1000), depth.y().range());
        assertEquals(SMALL.weights().high(), depth.x().range().high());
        assertEquals("1.3", LAB.summaries().getFirst().of(answer));
        assertEquals("–", LAB.summaries().getLast().of(answer));
    }

    @Test
    void whatThereIsOfACriticalLineIsSaid() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            PhaseAnswer answer =
                    answer(
                            TANH.withActivation(Activation.of(function)),
                            SMALL.withQuantity(PhaseQuantity.CHI));
            String note = PhaseNotes.line(answer);
            String expected =
                    switch (answer.line().kind()) {
                        case LINE -> function == ActivationFunction.SIGMOID ? "beyond" : "";
                        case POINT -> "one critical point, not a line";
                        case HALF_STABLE -> "half-stable";
                        case NONE -> "no critical point";
                    };
            assertTrue(note.contains(expected), function + ": " + note);
            assertEquals(note.isEmpty(), expected.isEmpty(), function + ": " + note);
            assertEquals(
                    function == ActivationFunction.SOFTPLUS,
                    answer.line().kind() == CriticalCurve.Kind.NONE);
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void frameworksStandWhereTheirLawsAre() {
        List<Frameworks.Start> starts = Frameworks.of(TANH);
        assertEquals(
                List.of("PyTorch", "Keras, Flax", "He", "tanh gain 5/3"),
                starts.stream().map(Frameworks.Start::name).toList());
        assertEquals(1 / 3.0, starts.getFirst().place().weightVariance(), 1e-12);
        assertEquals(1 / (3.0 * 64), starts.getFirst().place().biasVariance(), 1e-12);
        assertEquals(25 / 9.0, starts.getLast().place().weightVariance(), 1e-12);
        assertEquals(
                List.of("PyTorch", "Keras, Flax", "He"),
                Frameworks.of(TANH.withActivation(Activation.of(ActivationFunction.RELU))).stream()
                        .map(Frameworks.Start::name)
                        .toList(),
                "its gain is He's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,3; is not LOW,HIGH,N",
                "a,3,5; is not LOW,HIGH,N",
                "0,3,5.5; is not LOW,HIGH,N",
                "3,1,5; no range",
                "-1,1,5; no range",
                "0,3,1; outside 2..1000",
                "0,3,1001; outside 2..1000"
            })
    void nonsenseIsRefusedInOneSentence(String text, String why) {
        Refusal refusal = assertThrows(Refusal.class, () -> AxisText.parse("sigma-w2", text));
        String message = Objects.requireNonNull(refusal.getMessage());
        assertTrue(message.startsWith("sigma-w2 ") && message.contains(why), message);
    }

    @Test
    void theTextSaysWhereItStandsAndHowDeepItReaches() {
        String text = LAB.text(answer(TANH, PhaseSettings.DEFAULT));
        assertTrue(text.startsWith("Ordered. χ₁ = 0.8802"), text);
        assertTrue(text.contains("Depth 30 is 3.8 ξ: it should train, if slowly."), text);
    }

    /// Drawn as one, pieces that settle would be joined across what does not.
    @Test
    void theLineLeadsNowhereButAlongCriticalPoints() {
        for (ActivationFunction function :
                List.of(
                        ActivationFunction.TANH,
                        ActivationFunction.GELU,
                        ActivationFunction.SILU,
                        ActivationFunction.MISH)) {
            PhaseAnswer answer =
                    answer(
                            TANH.withActivation(Activation.of(function)),
                            SMALL.withQuantity(PhaseQuantity.CHI));
            List<MapLine> pieces = CriticalLines.of(answer);
            assertFalse(pieces.isEmpty());
            for (MapLine piece : pieces) {
                for (int i = 1; i < piece.points().size(); i++) {
                    MapLine.Point one = piece.points().get(i - 1);
                    MapLine.Point other = piece.points().get(i);
                    assertTrue(
                            Math.abs(one.x() - other.x()) < 0.5,
                            function + ": from " + one + " to " + other);
                }
            }
        }
    }
}
