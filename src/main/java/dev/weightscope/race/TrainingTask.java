package dev.weightscope.race;

import dev.weightscope.training.Loss;
import dev.weightscope.training.Target;
import dev.weightscope.training.TrainingPlan;
import dev.weightscope.training.TrainingSet;
import java.util.Optional;

/// What there is to learn.
///
/// @param rows that are trained on
/// @param testRows that are tested on
/// @param classes how many there are; 0 where the target is a number
/// @param guessing the loss of the best answer that does not look at the features
/// @param commonest the share of the commonest class among the rows that are trained on; NaN where
///   the target is a number
/// @param testCommonest that of the same class among the rows that are tested on; NaN where there
///   are none, or the target is a number
/// @param plane the samples, where they have two features and a class
/// @param reading how the data was read, in a line: `; separated, no header, 149 rows x 4 columns;
///   learns species, 3 classes`
public record TrainingTask(
        int rows,
        int testRows,
        int features,
        int classes,
        Loss loss,
        double guessing,
        double commonest,
        double testCommonest,
        Optional<PlaneSamples> plane,
        String reading) {
    static TrainingTask of(TrainingSet set, TrainingPlan plan, String reading) {
        Target target = set.data().target();
        return new TrainingTask(
                set.trainRows(),
                set.testRows(),
                set.data().features(),
                target instanceof Target.Classes(int count, int[] _) ? count : 0,
                Loss.of(target),
                set.guessing(plan),
                set.commonest(),
                set.testCommonest(),
                PlaneSamples.of(set),
                reading);
    }
}
