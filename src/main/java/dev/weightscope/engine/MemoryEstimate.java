package dev.weightscope.engine;

import dev.weightscope.model.Law;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.WeightsQuestion;
import java.util.Locale;

/// What an experiment will take at its largest moment, known before anything is allocated.
///
/// @param largestArray elements of the longest array
/// @param bytes the batches that a layer is computed with, the widest weight matrix with the copies
///   that its law needs, what moments are summed in, and the statistics of all layers
record MemoryEstimate(long largestArray, long bytes) {
    /// A little less than the longest array of any JVM.
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /// What goes into a layer, its pre-activations, and what comes out.
    private static final int BATCHES = 3;

    /// For the moments of a tensor: two doubles for every 64 rows of a column.
    private static final int ROWS_OF_A_BLOCK = 64;

    private static final int BLOCK_BYTES = 2 * Double.BYTES;

    private static final int TENSORS_OF_A_LAYER = 3;

    /// Of a tensor's statistics apart from the counts, generously.
    private static final int STATISTICS_BYTES = 300;

    static MemoryEstimate of(SurveyQuestion question) {
        long samples = question.samples();
        long widest = question.pass().widest();
        long mostWeights = 0;
        long weightFloats = 0;
        long weightBlocks = 0;
        for (LayerQuestion layer : question.pass().layers()) {
            WeightsQuestion weights = layer.weights();
            mostWeights = Math.max(mostWeights, weights.count());
            weightFloats = Math.max(weightFloats, weights.count() * matrices(weights.law()));
            weightBlocks = Math.max(weightBlocks, blocks(weights.fanIn(), weights.fanOut()));
        }
        long floats = BATCHES * samples * widest + weightFloats;
        long statistics =
                (long) TENSORS_OF_A_LAYER
                        * question.depth()
                        * (STATISTICS_BYTES + (long) Long.BYTES * question.binning().bins());
        // The pre-activations' are there with those of the activations, which the weights' follow.
        long blocks = blocks(samples, widest) + Math.max(blocks(samples, widest), weightBlocks);
        return new MemoryEstimate(
                Math.max(samples * widest, mostWeights),
                Float.BYTES * floats + BLOCK_BYTES * blocks + statistics);
    }

    private static long blocks(long rows, long columns) {
        return Math.ceilDiv(rows, ROWS_OF_A_BLOCK) * columns;
    }

    /// How many matrices of a layer's size there are while its weights are drawn.
    private static int matrices(Law law) {
        return switch (law) {
            case Law.Orthogonal _ -> 3; // a transpose, and panels
            case Law.Custom _ -> 2; // the person's array
            case Law.Constant _,
                    Law.Identity _,
                    Law.Normal _,
                    Law.Uniform _,
                    Law.TruncatedNormal _,
                    Law.Sparse _ ->
                    1;
        };
    }

    /// @param limit in bytes
    /// @throws Refusal with both figures, if the limit is too low
    void requireWithin(long limit) {
        if (bytes > limit) {
            throw new Refusal(
                    "this experiment needs %s, this program may use %s; fewer samples or a smaller width would fit"
                            .formatted(text(bytes), text(limit)));
        }
        if (largestArray > LONGEST_ARRAY) {
            throw new Refusal(
                    "this experiment needs an array of %d numbers, the most is %d; fewer samples or a smaller width would fit"
                            .formatted(largestArray, LONGEST_ARRAY));
        }
    }

    private static String text(long bytes) {
        double mebibytes = bytes / (1024.0 * 1024);
        return mebibytes < 1024
                ? String.format(Locale.ROOT, "%.1f MiB", mebibytes)
                : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024);
    }
}
