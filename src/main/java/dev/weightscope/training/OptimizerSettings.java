package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// An optimizer with its numbers.
///
/// @param learningRate η, above 0, at most 1000
/// @param weightDecay λ, 0..1; kept, but not read, by all but AdamW
public record OptimizerSettings(Optimizer optimizer, double learningRate, double weightDecay) {
    public static final double MOST_RATE = 1000;
    public static final double USUAL_DECAY = 0.01;

    /// @throws Refusal if a number is outside its range
    public OptimizerSettings {
        if (!(learningRate > 0 && learningRate <= MOST_RATE)) {
            throw new Refusal(
                    "learning rate %s is outside 0..1000, 0 excluded".formatted(learningRate));
        }
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new Refusal("weight decay %s is outside 0..1".formatted(weightDecay));
        }
    }

    /// With the usual decay.
    public OptimizerSettings(Optimizer optimizer, double learningRate) {
        this(optimizer, learningRate, USUAL_DECAY);
    }

    public OptimizerSettings withOptimizer(Optimizer newOptimizer) {
        return new OptimizerSettings(newOptimizer, learningRate, weightDecay);
    }

    public OptimizerSettings withLearningRate(double newRate) {
        return new OptimizerSettings(optimizer, newRate, weightDecay);
    }

    public OptimizerSettings withWeightDecay(double newDecay) {
        return new OptimizerSettings(optimizer, learningRate, newDecay);
    }
}
