package dev.weightscope.ui.experiment;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.GainSearch;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.theory.Gains;
import java.util.function.Consumer;

/// Measures gains in the background, one after another, each with an engine of its own: that of the
/// live answer keeps what it knows. Memory is taken while a gain is measured, and none between.
///
/// @param background for this alone, since each may take long; delivers on the toolkit's thread
/// @param kernel not closed here
/// @param memory what all that computes draws from
public record GainMeter(Background background, Kernel kernel, MemoryBudget memory) {
    /// Asks for a gain, in the place of what was asked for the same goal before.
    ///
    /// @param reader called once, unless it is cancelled
    void request(Experiment experiment, GainGoal goal, Consumer<Outcome<GainAnswer>> reader) {
        background.<GainAnswer>request(
                goal, cancellation -> measure(experiment, goal, cancellation), reader);
    }

    /// Gives up what was asked for a goal, if anything was.
    void cancel(GainGoal goal) {
        background.cancel(goal);
    }

    private GainAnswer measure(Experiment experiment, GainGoal goal, Cancellation cancellation) {
        double start = Gains.answer(experiment, goal).gainOr(1);
        Engine engine = new Engine(kernel, memory);
        try {
            return new GainSearch(engine).find(experiment, goal, start, cancellation);
        } finally {
            engine.release();
        }
    }
}
