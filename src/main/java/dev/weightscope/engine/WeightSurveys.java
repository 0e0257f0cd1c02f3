package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.LayerWeights;
import dev.weightscope.network.WeightsQuestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The statistics of weights, which input, samples, biases and activation leave as they are; those
/// of the last layers that were asked for.
///
/// Weights are draws of unit scale times a factor, and so are their statistics: the draws are
/// surveyed once, and another gain or std costs no survey. What the rounding of each weight to
/// float32 does to the sums, a part in 10⁸, is left out, and a weight that lies on the edge of two
/// bins may be counted in either. Where weights leave the range of ordinary floats, are rounded to
/// another format, or are counted into bins that do not move with them, they are surveyed as they
/// are.
final class WeightSurveys {
    /// As many as the deepest network has layers, twice.
    private static final int KEPT = 2 * LayerWidths.MAX_DEPTH;

    /// Draws of unit scale, from about 10⁻¹⁰ to 7 or exactly 0, times a factor between these are
    /// ordinary floats or exactly 0.
    private static final float SMALLEST_FACTOR = 0x1p-40f;

    private static final float LARGEST_FACTOR = 0x1p100f;

    /// All that decides the statistics of a layer's weights.
    private record Key(WeightsQuestion weights, Binning binning) {}

    private final Map<Key, TensorStatistics> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, TensorStatistics> eldest) {
                    return size() > KEPT;
                }
            };

    /// @param weights of the layer, which was computed last
    TensorStatistics of(WeightsQuestion question, LayerWeights weights, TensorSurvey survey) {
        ScaledMatrix drawn = weights.drawn();
        if (!movesWithItsDraws(question, survey.binning(), drawn.factor())) {
            return known(
                    new Key(question, survey.binning()),
                    () ->
                            survey.of(
                                    weights.multiplied(survey.cancellation()),
                                    Saturation.UNBOUNDED));
        }
        Key unit = new Key(question.withLaw(question.law().ofUnitScale()), survey.binning());
        return times(
                drawn.factor(), known(unit, () -> survey.of(drawn.matrix(), Saturation.UNBOUNDED)));
    }

    private TensorStatistics known(Key question, Supplier<TensorStatistics> survey) {
        TensorStatistics statistics = known.get(question);
        if (statistics == null) {
            statistics = survey.get();
            known.put(question, statistics);
        }
        return statistics;
    }

    private static boolean movesWithItsDraws(
            WeightsQuestion question, Binning binning, float factor) {
        return question.law().isDrawn()
                && question.format() == NumberFormat.FLOAT32
                && !(binning.range() instanceof BinRange.Fixed)
                && factor >= SMALLEST_FACTOR
                && factor <= LARGEST_FACTOR;
    }

    /// @param unit of finite values
    private static TensorStatistics times(float factor, TensorStatistics unit) {
        float min = factor * unit.min();
        float max = factor * unit.max();
        Histogram counts = unit.histogram();
        Bins bins = BinPlacement.between(min, max, counts.bins());
        return new TensorStatistics(
                unit.count(),
                factor * unit.mean(),
                factor * unit.std(),
                factor * unit.rms(),
                factor * unit.perUnitStd(),
                min,
                max,
                unit.zeroShare(),
                unit.saturatedShare(),
                unit.infiniteCount(),
                unit.nanCount(),
                new Histogram(
                        bins.low(),
                        bins.high(),
                        counts.counts(),
                        counts.below(),
                        counts.above(),
                        counts.notFinite()));
    }
}
