package dev.weightscope.race;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Refusal;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingPlan;
import java.util.List;
import java.util.Optional;

/// What networks are trained on, and how.
///
/// @param data the key of a data set, or a file
/// @param reading how the data is read; empty for as the experiment's input is, see [#readingFor]
/// @param testShare of the rows, which is left for testing, 0..0.5: picked at random, or the last
///   ones where the plan's order is that of the data
/// @param draws how many networks of each setting, 1..[#MOST_DRAWS], with the seeds from the
///   experiment's own on
public record TrainingSettings(
        String data,
        Optional<DataReading> reading,
        TrainingPlan plan,
        double testShare,
        int draws) {
    static final int MOST_DRAWS = 100;

    /// Which rows are left for testing does not depend on the draw.
    private static final long SPLIT_SEED = 0;

    /// The course notebook's training, of three networks.
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(
                    "breast-cancer",
                    Optional.empty(),
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

    /// How the data is read: as is said, or else as the experiment says; but what comes with the
    /// program is read as it is where that is about the experiment's own file.
    public DataReading readingFor(Experiment experiment) {
        return reading.orElseGet(() -> {
            DataReading said = experiment.reading();
            List<String> keys = DataTables.keys();
            return keys.contains(data)
                            && experiment.input() instanceof Input.Table(var table)
                            && !keys.contains(table.source())
                    ? DataReading.DEFAULT.withDrawn(said.drawn())
                    : said;
        });
    }

    public TrainingSettings withData(String newData) {
        return new TrainingSettings(newData, reading, plan, testShare, draws);
    }

    public TrainingSettings withReading(Optional<DataReading> newReading) {
        return new TrainingSettings(data, newReading, plan, testShare, draws);
    }

    public TrainingSettings withPlan(TrainingPlan newPlan) {
        return new TrainingSettings(data, reading, newPlan, testShare, draws);
    }

    public TrainingSettings withTestShare(double newShare) {
        return new TrainingSettings(data, reading, plan, newShare, draws);
    }

    public TrainingSettings withDraws(int newDraws) {
        return new TrainingSettings(data, reading, plan, testShare, newDraws);
    }

    /// Which rows are left for testing.
    public TestSplit split() {
        return new TestSplit(testShare, plan.order(), SPLIT_SEED);
    }
}
