package dev.weightscope.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.run.Answer;
import dev.weightscope.ui.bench.Exercise.Done;
import dev.weightscope.ui.bench.Exercise.Seen;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RacesTest {
    @Test
    void aRaceBeginsWhenTheOneBeforeIsSeenToItsEnd() {
        Session session =
                new Session(ExperimentText.parse("--widths 30,2,1 --activation tanh --seed 1"));
        TrainingLab lab = new TrainingLab();
        LabState<TrainingSettings, TrainingAnswer> state = new LabState<>(session, lab);
        session.open(session.state().withLab(lab.key(), "--steps 2"));
        Races races =
                new Races(
                        session,
                        state,
                        List.of(
                                () -> session.edit(now -> now.withSeed(2)),
                                () -> session.edit(now -> now.withSeed(3))));
        races.prepare();
        int seen = 0;
        for (int race = 1; race <= 2; race++) {
            assertEquals(Done.MOVED, races.move(0));
            assertEquals(race, races.question());
            assertEquals(Done.WAITED, races.move(1));
            // what changes at once is the old picture
            assertEquals(Optional.of(new Seen(Optional.empty(), Extent.PART)), races.look());
            assertEquals(Optional.empty(), races.look());
            Question<TrainingSettings> question = state.live().question();
            state.accept(new Answer.Complete<>(question, answer(lab, question)));
            assertEquals(Optional.of(new Seen(Optional.of(race), Extent.WHOLE)), races.look());
            seen++;
        }
        assertEquals(Done.NOTHING, races.move(2));
        assertEquals(2, seen);
    }

    private static TrainingAnswer answer(TrainingLab lab, Question<TrainingSettings> question) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return lab.solver(kernel, MemoryBudget.ofHeap())
                    .solve(question, Cancellation.NEVER, ProgressListener.none());
        }
    }
}
