package dev.weightscope.network;

import dev.weightscope.model.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Layer-sequential unit variance (Mishkin & Matas 2016, arXiv 1511.06422, algorithm 1): orthogonal
/// weights, divided by the std of the layer's pre-activations until that is near 1.
public final class LayerSequential {
    /// How far from 1 a std may be.
    private static final double TOLERANCE = 0.1;

    /// Measurements of a layer at most.
    private static final int TRIES = 10;

    private LayerSequential() {}

    /// A layer whose weights were fitted to its input.
    ///
    /// @param question with the law that was found, orthogonal and scaled
    /// @param measuredStds in order, each of the pre-activations, before the weights were divided
    ///   by it, the last one perhaps without; empty where the law of the weights was known
    public record Fitted(LayerQuestion question, List<Double> measuredStds) {
        public Fitted {
            measuredStds = List.copyOf(measuredStds);
        }
    }

    /// Finds the scale; a std that is 0 or not finite ends the search.
    ///
    /// @param law of the question's weights
    /// @param measure the std of the pre-activations of a layer, at the scale of its law
    static Fitted fit(
            LayerQuestion question,
            Law.LayerSequential law,
            ToDoubleFunction<LayerQuestion> measure) {
        List<Double> stds = new ArrayList<>();
        double divisor = 1;
        while (stds.size() < TRIES) {
            double std =
                    measure.applyAsDouble(question.withWeightLaw(new Law.Orthogonal(1 / divisor)));
            stds.add(std);
            boolean isNear = Math.abs(std - 1) <= TOLERANCE;
            if (isNear || std == 0 || !Double.isFinite(std)) {
                break;
            }
            divisor *= std;
        }
        return new Fitted(question.withWeightLaw(new Law.Orthogonal(law.scale() / divisor)), stds);
    }
}
