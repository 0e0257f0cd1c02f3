package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFiguresTest {
    private static final String EXPERIMENT =
            "--activation relu --initializer he-normal --depth 6 --width 50 --samples 40";

    @Test
    void theoryAndDrawsStandBehindTheFirstFigure() {
        SignalAnswer answer = solve(EXPERIMENT, new SignalSettings(false, true, 5));
        List<KeyFigure> figures = answer.verdict().figures();
        assertEquals("Std, first → last", figures.getFirst().name());
        assertEquals(
                List.of(
                        "Theory, std at layer 6",
                        "χ at layer 6",
                        "Band at layer 6",
                        "RMS, 5 draws",
                        "Draws inside the band"),
                figures.subList(1, 6).stream().map(KeyFigure::name).toList());
        assertEquals("0.826", figures.get(1).value());
        assertEquals("1", figures.get(2).value());
        assertTrue(figures.get(5).value().matches("[345] of 5"), figures.get(5).value());
        for (KeyFigure figure : figures.subList(1, 6)) {
            assertTrue(figure.help().length() > 40 && figure.help().endsWith("."), figure.name());
        }
    }

    @Test
    void whereNoTheoryHoldsThereIsNoFigureOfIt() {
        SignalAnswer answer =
                solve("--initializer zeros --depth 2 --width 4", new SignalSettings(true, true, 2));
        assertEquals(
                List.of("RMS, 2 draws"),
                answer.verdict().figures().stream()
                        .map(KeyFigure::name)
                        .filter(name -> name.matches("(Theory|χ|Band|RMS, |Draws).*"))
                        .toList());
    }

    private static SignalAnswer solve(String experiment, SignalSettings settings) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new SignalLab()
                    .solver(kernel, MemoryBudget.ofHeap())
                    .solve(
                            new Question<>(ExperimentText.parse(experiment), settings),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }
}
