package dev.weightscope.training;

import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import java.util.List;

/// What a run will take at most, known before anything is allocated.
public final class TrainingMemory {
    private static final int CURVES_OF_LAYER = 4;
    private static final int CURVES_OF_RUN = 4;

    /// An object with its array, a list's place and the bounds.
    private static final int HISTOGRAM_BYTES = 120 + Histograms.BINS * Long.BYTES;

    private static final int HISTOGRAMS_OF_LAYER = 3;

    private TrainingMemory() {}

    /// Of one draw.
    ///
    /// @param what takes it: `this race`
    public static MemoryNeed of(
            String what, Experiment experiment, TrainingPlan plan, TrainingSet set, Detail detail) {
        List<Integer> widths =
                Start.widths(experiment, set.data().features(), Loss.outputs(set.data().target()));
        return new MemoryNeed(
                what,
                List.of(
                        new MemoryNeed.Part(
                                weights(widths, plan.optimizer().optimizer())
                                        + Float.BYTES * weightsPacked(widths, detail),
                                "narrower layers"),
                        new MemoryNeed.Part(
                                signals(experiment, widths, plan, set)
                                        + Float.BYTES * signalsPacked(widths, plan, set, detail),
                                "a smaller batch"),
                        new MemoryNeed.Part(
                                figures(widths.size() - 1, plan.steps(), detail)
                                        + planes(set, plan.steps(), detail),
                                "fewer steps")));
    }

    /// Of data and the [TrainingSet] that is made of them, whatever its split.
    public static MemoryNeed.Part ofData(int rows, int features) {
        // The table that is read, its copy on the way and the data's own, without padding.
        long values = 3L * rows * features;
        long bySample = (long) rows * SmallLoops.padded(features + 1);
        long byFeature = (features + 1L) * (rows + 2 * SmallLoops.WIDTH);
        long targets = 4L * rows;
        return new MemoryNeed.Part(
                Float.BYTES * (values + bySample + byFeature + targets), "fewer rows or columns");
    }

    private static long weights(List<Integer> widths, Optimizer optimizer) {
        long all = 0;
        long largest = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            long weights = (long) widths.get(layer) * SmallLoops.padded(widths.get(layer - 1) + 1);
            all += weights;
            largest = Math.max(largest, weights);
        }
        // values, gradients and what the optimizer keeps; while they are drawn and transposed, more
        return Float.BYTES * (all * (2 + optimizer.kept() + 1) + 2 * largest);
    }

    private static long signals(
            Experiment experiment, List<Integer> widths, TrainingPlan plan, TrainingSet set) {
        boolean norms = experiment.architecture().normalization() != Normalization.NONE;
        boolean skips = experiment.architecture().skip() != Skip.NONE;
        long batch = SmallLoops.padded(plan.batchOf(set.trainRows()));
        long units = widths.stream().mapToLong(width -> width + SmallLoops.WIDTH).sum();
        long widest = widths.stream().mapToLong(width -> width + 1).max().orElseThrow();
        // z and output, the transposed output, and normalized ones; two gradients and what skips
        long there = batch * units * (norms ? 5 : 3);
        long back = batch * widest * (skips ? 3 : 2);
        long chunk =
                SmallLoops.padded(
                        norms
                                ? Math.max(set.trainRows(), set.testRows())
                                : Math.min(set.trainRows(), EvaluationPass.SAMPLES));
        long evaluations = 2 * chunk * widest * (norms ? 5 : 4);
        return Float.BYTES * (there + back + evaluations);
    }

    /// The room of [Histograms] for the largest layer's weights.
    private static long weightsPacked(List<Integer> widths, Detail detail) {
        long largest = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            largest = Math.max(largest, (long) widths.get(layer) * widths.get(layer - 1));
        }
        return detail.includes(Detail.HISTOGRAMS) ? largest : 0;
    }

    /// What the same room needs more where outputs of a batch are more than those.
    private static long signalsPacked(
            List<Integer> widths, TrainingPlan plan, TrainingSet set, Detail detail) {
        long widest = widths.stream().skip(1).mapToLong(width -> width).max().orElseThrow();
        long outputs = widest * plan.batchOf(set.trainRows());
        return detail.includes(Detail.HISTOGRAMS)
                ? Math.max(0, outputs - weightsPacked(widths, detail))
                : 0;
    }

    private static long planes(TrainingSet set, int steps, Detail detail) {
        boolean kept = set.plane().isPresent() && detail.includes(Detail.HISTOGRAMS);
        long cells = (long) Plane.SIDE * Plane.SIDE * Loss.outputs(set.data().target());
        return kept ? TrainingRun.histogramSteps(steps).most() * cells * Float.BYTES : 0;
    }

    private static long figures(int depth, int steps, Detail detail) {
        long length = steps + 1L;
        long curves = length * CURVES_OF_RUN * Double.BYTES;
        long layers =
                detail.includes(Detail.LAYERS)
                        ? length * depth * CURVES_OF_LAYER * Double.BYTES
                        : 0;
        long histograms =
                detail.includes(Detail.HISTOGRAMS)
                        ? (long) TrainingRun.histogramSteps(steps).most()
                                * depth
                                * HISTOGRAMS_OF_LAYER
                                * HISTOGRAM_BYTES
                        : 0;
        return curves + layers + histograms;
    }
}
