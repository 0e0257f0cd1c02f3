package dev.weightscope.engine;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/// How many samples make a first answer: as many as the narrowest layer's histogram needs, and more
/// where they are likely to be done in the time there is.
final class Previews {
    /// A preview that saves less than this factor is not worth its own time.
    private static final double MUCH_LESS = 2;

    /// What a picture leaves of a frame's time, beside the hand's move and its painting.
    private static final int PART_OF_A_FRAME = 3;

    /// Three times the rows that the kernel computes at once. Of half as many samples as that a
    /// preview is hardly sooner there: each weight is still read once.
    private static final int FEWEST_SAMPLES = 36;

    /// So many values leave a histogram of fifty bins with an error of some percent in each.
    private static final int VALUES_OF_A_LAYER = 1 << 14;

    private static final WeightGradients FEW = new WeightGradients(VALUES_OF_A_LAYER);

    /// Of whoever shows a preview while the next one is computed: that of the toolkit, and that
    /// which paints for it.
    private static final int THREADS_OF_A_WINDOW = 2;

    private final SpeedEstimate pace;

    private Previews(SpeedEstimate pace) {
        this.pace = pace;
    }

    /// @param frame the time in which a picture has to follow; none for the fewest samples always
    static Previews within(Duration frame) {
        return new Previews(new SpeedEstimate(frame.dividedBy(PART_OF_A_FRAME)));
    }

    /// On how many threads to compute one. A preview's layers are short, and after each its threads
    /// wait for the slowest: one that shares a processor with the window's holds up all others.
    static int threads(int processors) {
        return Math.max(1, processors - THREADS_OF_A_WINDOW);
    }

    /// The same on its first samples: the fewest that are enough, doubled as often as there is time
    /// for twice as many. Of the gradients by weights, which few samples do not make fewer, it has
    /// those by the weights of the first inputs.
    ///
    /// @param work of a preview, as [SpeedEstimate] counts it
    /// @param whole the work of the whole answer
    SurveyQuestion of(
            SurveyQuestion question, ToDoubleFunction<SurveyQuestion> work, double whole) {
        int enough = Math.ceilDiv(VALUES_OF_A_LAYER, question.pass().narrowest());
        int samples = Math.min(Math.max(FEWEST_SAMPLES, enough), question.samples());
        SurveyQuestion preview = question.withSamples(samples).with(FEW);
        while (2L * preview.samples() < question.samples()) {
            SurveyQuestion finer = preview.withSamples(2 * preview.samples());
            double more = work.applyAsDouble(finer);
            if (pace.isLong(more) || !isMuchLess(more, whole)) {
                return preview;
            }
            preview = finer;
        }
        return preview;
    }

    static boolean isMuchLess(double work, double whole) {
        return MUCH_LESS * work <= whole;
    }

    /// How long so much work takes at the speed of previews.
    Duration likelyTime(double work) {
        return pace.likelyTime(work);
    }

    /// How long one has taken.
    void note(double work, long nanos) {
        pace.note(work, nanos);
    }
}
