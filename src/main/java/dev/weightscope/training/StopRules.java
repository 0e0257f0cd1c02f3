package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// When a run ends before its last step. A loss that is not finite always ends it.
///
/// @param goal the loss that counts as learnt, at least 0; 0 for none
/// @param atGoal whether to end when it is reached
/// @param whenStuck whether to end when the loss has stayed within 2 % for half of the steps
public record StopRules(double goal, boolean atGoal, boolean whenStuck) {
    /// To the last step, with no goal.
    public static final StopRules NONE = new StopRules(0, false, false);

    /// @throws Refusal if the goal is no loss
    public StopRules {
        if (!(goal >= 0) || Double.isInfinite(goal)) {
            throw new Refusal("goal %s is no loss: write 0 or more".formatted(goal));
        }
    }

    public StopRules withGoal(double newGoal) {
        return new StopRules(newGoal, atGoal, whenStuck);
    }

    boolean isReached(double loss) {
        return goal > 0 && loss <= goal;
    }
}
