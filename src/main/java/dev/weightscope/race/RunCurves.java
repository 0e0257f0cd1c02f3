package dev.weightscope.race;

import dev.weightscope.chart.race.Lines;
import dev.weightscope.chart.race.RunningMean;
import java.util.List;

/// What is drawn of a setting's draws by step.
///
/// @param accuracy empty where the target is a number
/// @param testLoss empty where no rows are left for testing
/// @param testAccuracy as `testLoss`
/// @param updates log₁₀ of each layer's update : weight; of the first draw, which has layers
public record RunCurves(
        Lines loss, Lines accuracy, Lines testLoss, Lines testAccuracy, List<RunningMean> updates) {
    public RunCurves {
        updates = List.copyOf(updates);
    }
}
