package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Numbers;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.verdict.Verdict.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerFiguresTest {
    private final Kernel kernel = Kernels.scalar(1);
    private final Solver<SignalSettings, SignalAnswer> solver =
            new SignalLab().solver(kernel, MemoryBudget.ofHeap());

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void whichThereAreDependsOnWhatWasAskedAlone() {
        List<String> theory =
                List.of("Theory, std at layer 40", "χ at layer 40", "Band at layer 40");
        List<String> draws = List.of("RMS, 3 draws", "Draws inside the band");
        int checked = 0;
        for (String law : List.of("--initializer he-normal", "--initializer normal --std 1e-6")) {
            String experiment = "--depth 40 --width 8 --samples 5 --activation relu " + law;
            assertEquals(List.of(), names(solve(experiment, false, 1)));
            assertEquals(theory, names(solve(experiment, true, 1)));
            assertEquals(List.of("RMS, 3 draws"), names(solve(experiment, false, 3)));
            SignalAnswer all = solve(experiment, true, 3);
            SignalAnswer begun = SignalAnswer.of(all.snapshot(), all.theory(), 3);
            for (SignalAnswer each : List.of(all, begun)) {
                assertEquals(theory, names(each).subList(0, 3));
                assertEquals(5, names(each).size());
            }
            assertEquals(draws, names(all).subList(3, 5));
            assertEquals(
                    List.of("RMS, 1 of 3 draws", "Draws inside the band"),
                    names(begun).subList(3, 5),
                    "no more draws are named than there are");
            assertEquals(
                    List.of("…", "…"),
                    AnswerFigures.of(begun).subList(3, 5).stream().map(KeyFigure::value).toList());
            checked++;
        }
        assertEquals(2, checked);
        SignalAnswer without = solve("--initializer zeros --depth 40 --width 8", true, 3);
        assertEquals(
                Stream.concat(theory.stream(), draws.stream()).toList(),
                names(without),
                "nothing moves where theory is silent");
        assertEquals(
                List.of("–", "–", "–", "0 … 0", "–"),
                AnswerFigures.of(without).stream().map(KeyFigure::value).toList());
        assertEquals(
                List.of("–", "–"),
                AnswerFigures.of(
                                solve(
                                        "--depth 60 --width 8 --samples 5 --initializer normal"
                                                + " --std 1e-6 --activation relu",
                                        true,
                                        3))
                        .stream()
                        .filter(each ->
                                each.name().startsWith("Band") || each.name().endsWith("the band"))
                        .map(KeyFigure::value)
                        .toList(),
                "so deep that squares are no doubles");
    }

    /// The range and the count are those of the numbers in the draws, of both ways.
    @Test
    void gradientsAreCountedWhereTheyArrive() {
        SignalAnswer answer =
                solver.solve(
                        new Question<>(
                                ExperimentText.parse("--depth 5 --width 30 --samples 9"),
                                new SignalSettings(true, true, 7)),
                        Cancellation.NEVER,
                        ProgressListener.none());
        LayerTheory.Band band = answer.curves().orElseThrow().layers().getFirst().gradientBand();
        long inside =
                answer.draws().done().stream()
                        .mapToDouble(draw -> draw.gradients().getFirst().rms())
                        .filter(rms -> rms >= band.low() && rms <= band.high())
                        .count();
        List<KeyFigure> figures = AnswerFigures.of(answer).subList(3, 7);
        assertEquals(
                List.of(
                        "RMS, 7 draws",
                        "Draws inside the band",
                        "Gradient, 7 draws",
                        "Gradients inside the band"),
                figures.stream().map(KeyFigure::name).toList());
        assertEquals(inside + " of 7", figures.getLast().value());
    }

    /// ReLU under He at width 100 keeps its size, but a draw of 20 layers may end far from it.
    @Test
    void aSizeThatOnlyTheMedianKeepsIsSaidWithItsRange() {
        SignalAnswer answer =
                solve(
                        "--activation relu --initializer he-normal --depth 20 --width 100"
                                + " --samples 50",
                        false,
                        10);
        double[] ends =
                answer.draws().done().stream()
                        .mapToDouble(draw -> draw.activations().getLast().rms())
                        .sorted()
                        .toArray();
        Finding finding =
                answer.verdict().findings().stream()
                        .filter(each -> each.kind() == Kind.STEADY_IN_THE_MEDIAN)
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                finding.text()
                        .contains(
                                " but one draw may end anywhere from %s to %s; "
                                        .formatted(
                                                Numbers.significant(ends[0], 3),
                                                Numbers.significant(ends[9], 3))),
                finding.text());
        assertTrue(ends[9] / ends[0] >= 2);
        SignalAnswer few = answer.withOthers(answer.draws().others().subList(0, 3), Duration.ZERO);
        assertFalse(
                few.verdict().findings().stream()
                        .anyMatch(each -> each.kind() == Kind.STEADY_IN_THE_MEDIAN));
    }

    /// The last layer here is a plain output behind three branches.
    @Test
    void drawsAreCountedWhereTheVerdictComparesThem() {
        SignalAnswer answer =
                solve("--skip two --depth 7 --width 20 --samples 20 --activation relu", true, 5);
        assertEquals(
                List.of(
                        "Theory, std at layer 6",
                        "χ at layer 6",
                        "Band at layer 6",
                        "RMS, 5 draws",
                        "Draws inside the band"),
                names(answer));
        double[] ends =
                answer.draws().done().stream()
                        .mapToDouble(draw -> draw.activations().get(5).rms())
                        .sorted()
                        .toArray();
        assertEquals(
                Numbers.significant(ends[0], 3) + " … " + Numbers.significant(ends[4], 3),
                AnswerFigures.of(answer).get(3).value());
    }

    private static List<String> names(SignalAnswer answer) {
        return AnswerFigures.of(answer).stream().map(KeyFigure::name).toList();
    }

    private SignalAnswer solve(String experiment, boolean theory, int draws) {
        return solver.solve(
                new Question<>(
                        ExperimentText.parse(experiment), new SignalSettings(false, theory, draws)),
                Cancellation.NEVER,
                ProgressListener.none());
    }
}
