package dev.weightscope.engine;

import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.TensorStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The statistics of weights, which input, samples, biases and activation leave as they are; those
/// of the last layers that were asked for.
final class WeightSurveys {
    /// As many as the deepest network has layers, twice.
    private static final int KEPT = 2 * LayerWidths.MAX_DEPTH;

    private final Map<WeightsQuestion, TensorStatistics> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<WeightsQuestion, TensorStatistics> eldest) {
                    return size() > KEPT;
                }
            };

    TensorStatistics get(WeightsQuestion question, Supplier<TensorStatistics> survey) {
        TensorStatistics statistics = known.get(question);
        if (statistics == null) {
            statistics = survey.get();
            known.put(question, statistics);
        }
        return statistics;
    }
}
