package dev.weightscope.spectrum;

import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.training.TrainingPlan;
import java.util.OptionalInt;

/// Up to where a network is trained whose weights are compared with those that it began with.
///
/// @param step 0..100000; empty for the last one
/// @param training how; of its draws the first is looked at
public record Trained(OptionalInt step, TrainingSettings training) {
    /// To the end of the course notebook's training.
    public static final Trained DEFAULT =
            new Trained(OptionalInt.empty(), TrainingSettings.DEFAULT.withDraws(1));

    /// @throws Refusal if the step is outside its range
    public Trained {
        int number = step.orElse(0);
        if (number < 0 || number > TrainingPlan.MOST_STEPS) {
            throw new Refusal(
                    "at-step %d is outside 0..%d".formatted(number, TrainingPlan.MOST_STEPS));
        }
    }

    public Trained withStep(OptionalInt newStep) {
        return new Trained(newStep, training);
    }

    public Trained withTraining(TrainingSettings newTraining) {
        return new Trained(step, newTraining);
    }

    /// `breast-cancer, step 40`, `digits, last step`.
    public String text() {
        return training.data() + (step.isPresent() ? ", step " + step.getAsInt() : ", last step");
    }

    /// The step that is gone to, if the training does not end before.
    int lastStep() {
        return step.orElse(training.plan().steps());
    }
}
