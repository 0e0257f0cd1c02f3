package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// How a network is trained: with the start, an [dev.weightscope.model.Experiment], and a
/// [TrainingSet] all that decides a bit of a run.
///
/// @param batch samples of a step, the last of an epoch perhaps fewer; 0 for all, in the order of
///   the data
/// @param order of the samples of an epoch; a function of the experiment's seed and the epoch
/// @param steps 1..100000
/// @param scope which samples loss and accuracy are of
public record TrainingPlan(
        OptimizerSettings optimizer,
        Reduction reduction,
        int batch,
        SampleOrder order,
        int steps,
        StopRules stops,
        Scope scope) {
    public static final int MOST_STEPS = 100_000;

    /// The course notebook's: 100 full-batch steps of Adam at 0.01.
    public static final TrainingPlan NOTEBOOK =
            new TrainingPlan(
                    new OptimizerSettings(Optimizer.ADAM, 0.01),
                    Reduction.MEAN,
                    0,
                    SampleOrder.SHUFFLED,
                    100,
                    StopRules.NONE,
                    Scope.ALL);

    /// @throws Refusal if a number is outside its range
    public TrainingPlan {
        if (batch < 0) {
            throw new Refusal("batch %d is less than 1; full takes all samples".formatted(batch));
        }
        if (steps < 1 || steps > MOST_STEPS) {
            throw new Refusal("steps %d is outside 1..%d".formatted(steps, MOST_STEPS));
        }
    }

    /// Samples of a whole batch where so many are trained on.
    public int batchOf(int rows) {
        return batch == 0 ? rows : Math.min(batch, rows);
    }

    public TrainingPlan withOptimizer(OptimizerSettings newOptimizer) {
        return new TrainingPlan(newOptimizer, reduction, batch, order, steps, stops, scope);
    }

    public TrainingPlan withReduction(Reduction newReduction) {
        return new TrainingPlan(optimizer, newReduction, batch, order, steps, stops, scope);
    }

    public TrainingPlan withBatch(int newBatch) {
        return new TrainingPlan(optimizer, reduction, newBatch, order, steps, stops, scope);
    }

    public TrainingPlan withOrder(SampleOrder newOrder) {
        return new TrainingPlan(optimizer, reduction, batch, newOrder, steps, stops, scope);
    }

    public TrainingPlan withSteps(int newSteps) {
        return new TrainingPlan(optimizer, reduction, batch, order, newSteps, stops, scope);
    }

    public TrainingPlan withStops(StopRules newStops) {
        return new TrainingPlan(optimizer, reduction, batch, order, steps, newStops, scope);
    }

    public TrainingPlan withScope(Scope newScope) {
        return new TrainingPlan(optimizer, reduction, batch, order, steps, stops, newScope);
    }
}
