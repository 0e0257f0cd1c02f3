package dev.weightscope.engine;

import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import java.time.Duration;

/// How fast runs were until now, hence how long one is likely to take. It decides whether there is
/// a preview, never a number in it.
final class SpeedEstimate {
    /// The time in which a picture has to follow a dragged slider.
    static final Duration FRAME = Duration.ofMillis(16);

    /// What it costs to draw, scale or survey a value, in multiplications.
    private static final double WORK_OF_A_VALUE = 100;

    /// Before anything was measured: a slow machine.
    private static final double FIRST_NANOS_PER_WORK = 0.1;

    /// Smoothing factor.
    private static final double NOVELTY = 0.5;

    /// Shorter runs are timed by what else the machine does.
    private static final double LEAST_WORK = 1e6;

    private final Duration patience;
    private double nanosPerWork = FIRST_NANOS_PER_WORK;

    /// @param patience what takes longer is long
    SpeedEstimate(Duration patience) {
        this.patience = patience;
    }

    /// The multiplications of a run from a layer on, with what comes to as much.
    ///
    /// @param firstLayer counted from 1; with the first comes the input
    static double work(PassQuestion question, int firstLayer) {
        double samples = question.input().samples();
        double work = firstLayer == 1 ? WORK_OF_A_VALUE * samples * question.input().width() : 0;
        for (LayerQuestion layer : question.layers().subList(firstLayer - 1, question.depth())) {
            double weights = layer.weights().count();
            double values = weights + 2 * samples * layer.weights().fanOut();
            work += samples * weights + WORK_OF_A_VALUE * values;
        }
        return work;
    }

    /// The same of the way back through all layers: two products for each, a tensor of gradients
    /// for each of the way there, and the activations once more.
    static double workBack(PassQuestion question, WeightGradients byWeights) {
        double samples = question.input().samples();
        double work = 0;
        for (LayerQuestion layer : question.layers()) {
            double weights = layer.weights().count();
            double gradients = byWeights.values(layer.weights());
            double values = gradients + 3 * samples * layer.weights().fanOut();
            work += samples * (weights + gradients) + WORK_OF_A_VALUE * values;
        }
        return work;
    }

    boolean isLong(double work) {
        return work * nanosPerWork > patience.toNanos();
    }

    Duration likelyTime(double work) {
        return Duration.ofNanos(Math.round(work * nanosPerWork));
    }

    void note(double work, long nanos) {
        if (work >= LEAST_WORK) {
            nanosPerWork += NOVELTY * (nanos / work - nanosPerWork);
        }
    }
}
