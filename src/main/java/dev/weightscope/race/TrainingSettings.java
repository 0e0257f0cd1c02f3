package dev.weightscope.race;

import dev.weightscope.model.Refusal;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingPlan;

/// What networks are trained on, and how.
///
/// @param data the key of a data set, or a file
/// @param testShare of the rows, which is left for testing, 0..0.5: picked at random, or the last
///   ones where the plan's order is that of the data
/// @param draws how many networks of each setting, 1..[#MOST_DRAWS], with the seeds from the
///   experiment's own on
public record TrainingSettings(String data, TrainingPlan plan, double testShare, int draws) {
    static final int MOST_DRAWS = 100;

    /// Which rows are left for testing does not depend on the draw.
    private static final long SPLIT_SEED = 0;

    /// The course notebook's training, of three networks.
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(
                    "breast-cancer",
                    TrainingPlan.NOTEBOOK.withStops(StopRules.NONE.withGoal(0.1)),
                    0,
                    3);

    /// @throws Refusal if a number is outside its range
    public TrainingSettings {
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new Refusal("draws %d is outside 1..%d".formatted(draws, MOST_DRAWS));
        }
        new TestSplit(testShare, plan.order(), SPLIT_SEED);
    }

    public TrainingSettings withData(String newData) {
        return new TrainingSettings(newData, plan, testShare, draws);
    }

    public TrainingSettings withPlan(TrainingPlan newPlan) {
        return new TrainingSettings(data, newPlan, testShare, draws);
    }

    public TrainingSettings withTestShare(double newShare) {
        return new TrainingSettings(data, plan, newShare, draws);
    }

    public TrainingSettings withDraws(int newDraws) {
        return new TrainingSettings(data, plan, testShare, newDraws);
    }

    TestSplit split() {
        return new TestSplit(testShare, plan.order(), SPLIT_SEED);
    }
}
