package dev.weightscope.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stands below a picture of an answer.
class CaptionTest {
    private static final Experiment SMALL = ExperimentText.parse("--depth 3 --width 8 --samples 5");

    @Test
    void itSaysInWordsWhatThePictureShows() {
        record Case(SignalSettings settings, String more) {}
        List<Case> cases =
                List.of(
                        new Case(SignalSettings.FORWARD, ""),
                        new Case(SignalSettings.FORWARD.withTheory(true), " · theory"),
                        new Case(SignalSettings.BOTH_WAYS, " · there and back · theory"),
                        new Case(
                                SignalSettings.BOTH_WAYS.withDraws(4),
                                " · there and back · theory · 4 draws"));
        for (Case each : cases) {
            assertEquals(SMALL.caption() + each.more, caption(solve(each.settings)));
        }
        assertEquals(4, cases.size());
    }

    @Test
    void whileDrawsAreMissingItSaysHowManyAreThere() {
        SignalAnswer whole = solve(SignalSettings.FORWARD.withDraws(4));
        SignalAnswer begun = SignalAnswer.of(whole.snapshot(), whole.theory(), 4);
        assertEquals(SMALL.caption() + " · 1 of 4 draws", caption(begun));
    }

    private static String caption(SignalAnswer answer) {
        return SignalLab.answered(answer).caption();
    }

    private static SignalAnswer solve(SignalSettings settings) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return new SignalLab()
                    .solver(kernel, MemoryBudget.ofHeap())
                    .solve(
                            new Question<>(SMALL, settings),
                            Cancellation.NEVER,
                            ProgressListener.none());
        }
    }
}
