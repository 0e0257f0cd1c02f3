package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.training.Detail;
import dev.weightscope.training.TrainingPlan;
import dev.weightscope.training.TrainingRun;
import dev.weightscope.training.TrainingSet;

/// A hundred steps of a network's training, with the loss of each, by the runs that the program
/// itself makes.
final class TrainingSteps implements WorkloadRun {
    private final Kernel kernel;
    private final Experiment start;
    private final TrainingPlan plan;
    private final TrainingSet set;
    private long seed;

    TrainingSteps(Kernel kernel, Experiment start, TrainingPlan plan, TrainingSet set) {
        this.kernel = kernel;
        this.start = start;
        this.plan = plan;
        this.set = set;
    }

    @Override
    public void draw(long newSeed) {
        seed = newSeed;
        run(start).start(Cancellation.NEVER);
    }

    /// The draws of so few weights are made once more: they take less than a hundredth of the time.
    @Override
    public double value(float gain) {
        TrainingRun run = run(start.withGain(gain));
        while (!run.hasEnded()) {
            run.step(Cancellation.NEVER);
        }
        return run.state().loss().at(plan.steps() - 1);
    }

    @Override
    public double drawnValue(long newSeed) {
        seed = newSeed;
        return value(1);
    }

    private TrainingRun run(Experiment experiment) {
        return new TrainingRun(experiment.withSeed(seed), plan, set, Detail.CURVES, kernel);
    }
}
