package dev.weightscope.engine;

import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Law;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayList;
import java.util.List;

/// What an experiment will take at its largest moment, known before anything is allocated.
final class MemoryEstimate {
    /// The part of what is to spare that a tape may take: one in so many.
    private static final int SHARE_OF_TAPE = 2;

    /// A little less than the longest array of any JVM.
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /// What goes into a layer, its pre-activations, and what comes out: samples × units each.
    private static final int SIGNALS_OF_A_LAYER = 3;

    private static final String WHAT = "this experiment";

    /// For the moments of a tensor: two doubles for every 64 rows of a column.
    private static final int ROWS_OF_A_BLOCK = 64;

    private static final int BLOCK_BYTES = 2 * Double.BYTES;

    /// Of a tensor's statistics apart from the counts, generously.
    private static final int STATISTICS_BYTES = 300;

    private MemoryEstimate() {}

    /// What there has to be room for, or the experiment is refused: what goes forward goes back
    /// too, through the same arrays, so that nobody loses a picture by asking for more beside it.
    ///
    /// What a way back answers beyond that, the statistics of as many gradients as there are
    /// tensors on the way there, is claimed as far as there is room. What may be allocated without
    /// a claim is therefore at most theirs, 25 MB of the deepest network in the most bins; where
    /// the heap does not have it, [Engine#run] ends with the same refusal.
    ///
    /// @throws Refusal as [#of]
    static MemoryNeed least(SurveyQuestion question) {
        return of(question.forward());
    }

    /// The signals that a layer is computed with and what moments are summed in; the widest weight
    /// matrix with the copies that its law needs; the statistics of all layers. All of it but the
    /// tape, which takes what is to spare.
    ///
    /// @throws Refusal if an array would be longer than any can be
    static MemoryNeed of(SurveyQuestion question) {
        long counts = (long) Long.BYTES * question.binning().bins();
        long statistics =
                tensorsOfALayer(question.passes()) * question.depth() * (STATISTICS_BYTES + counts);
        List<MemoryNeed.Part> parts = new ArrayList<>(arrays(question.pass()));
        parts.add(new MemoryNeed.Part(statistics, "fewer bins or fewer layers"));
        return new MemoryNeed(WHAT, parts);
    }

    /// The same of a run that keeps moments alone, there or there and back.
    ///
    /// @throws Refusal as [#of]
    static MemoryNeed ofMoments(PassQuestion question) {
        return new MemoryNeed(WHAT, arrays(question));
    }

    private static List<MemoryNeed.Part> arrays(PassQuestion question) {
        long samples = question.input().samples();
        long widest = question.widest();
        long mostWeights = 0;
        long weightFloats = 0;
        long weightBlocks = 0;
        for (LayerQuestion layer : question.layers()) {
            WeightsQuestion weights = layer.weights();
            mostWeights = Math.max(mostWeights, weights.count());
            weightFloats = Math.max(weightFloats, weights.count() * matrices(weights.law()));
            weightBlocks = Math.max(weightBlocks, blocks(weights.fanIn(), weights.fanOut()));
        }
        requireNoLonger(Math.max(samples * widest, mostWeights));
        // The pre-activations' are there with those of the activations, which the weights' follow.
        long blocks = blocks(samples, widest) + Math.max(blocks(samples, widest), weightBlocks);
        return List.of(
                new MemoryNeed.Part(
                        signals(question) + BLOCK_BYTES * blocks,
                        "fewer samples or a smaller width"),
                new MemoryNeed.Part(Float.BYTES * weightFloats, "a smaller width"));
    }

    /// Of a preview, with all that it keeps.
    static long ofPreview(SurveyQuestion coarse) {
        long tape = coarse.goesBack() ? TapePlan.bytesOfWhole(coarse.pass()) : 0;
        return of(coarse).bytes() + tape;
    }

    /// What the tape takes beside the need.
    ///
    /// @param spare bytes that there are; kept draws have half of them, unless layers would have to
    ///   be computed more than twice
    static long tape(SurveyQuestion question, long spare) {
        if (!question.goesBack()) {
            return 0;
        }
        long share = spare / SHARE_OF_TAPE;
        long whole = TapePlan.bytesOfWhole(question.pass());
        return whole <= share
                ? whole
                : Math.max(share, Math.min(spare, TapePlan.bytesOfTwice(question.pass())));
    }

    private static long tensorsOfALayer(Passes passes) {
        return switch (passes) {
            case FORWARD -> Quantity.of(Direction.FORWARD).size();
            case THERE_AND_BACK -> Quantity.values().length;
        };
    }

    /// Bytes of what a batch goes through, there or back.
    static long signals(PassQuestion question) {
        return (long) Float.BYTES
                * signalsOfALayer(question)
                * question.input().samples()
                * question.widest();
    }

    private static int signalsOfALayer(PassQuestion question) {
        return SIGNALS_OF_A_LAYER
                + (question.hasSkips() ? 1 : 0)
                + (question.normalizesInputs() ? 1 : 0);
    }

    private static long blocks(long rows, long columns) {
        return Math.ceilDiv(rows, ROWS_OF_A_BLOCK) * columns;
    }

    /// How many matrices of a layer's size there are while its weights are drawn.
    private static int matrices(Law law) {
        return switch (law) {
            case Law.Orthogonal _, Law.LayerSequential _ -> 3; // a transpose, and panels
            case Law.Custom _ -> 2; // the person's array
            case Law.Constant _,
                    Law.Identity _,
                    Law.Normal _,
                    Law.Uniform _,
                    Law.TruncatedNormal _,
                    Law.Sparse _,
                    Law.Loaded _ ->
                    1;
        };
    }

    private static void requireNoLonger(long elements) {
        if (elements > LONGEST_ARRAY) {
            throw new Refusal(
                    "this experiment needs an array of %d numbers, the most is %d; fewer samples or a smaller width would fit"
                            .formatted(elements, LONGEST_ARRAY));
        }
    }
}
