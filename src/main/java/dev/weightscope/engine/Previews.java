package dev.weightscope.engine;

/// How many samples make a first answer.
final class Previews {
    /// A preview that saves less than this factor is not worth its own time.
    static final double MUCH_LESS = 2;

    private static final int FEWEST_SAMPLES = 64;

    /// So many values leave a histogram of fifty bins with an error of some percent in each.
    private static final int VALUES_OF_A_LAYER = 1 << 14;

    private Previews() {}

    /// The same on its first samples: as many as the narrowest layer's histogram needs.
    static SurveyQuestion of(SurveyQuestion question) {
        int enough = Math.ceilDiv(VALUES_OF_A_LAYER, question.pass().narrowest());
        int samples = Math.max(FEWEST_SAMPLES, enough);
        return question.withSamples(Math.min(samples, question.samples()));
    }
}
