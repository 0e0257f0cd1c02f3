package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All statistics of all gradients.
final class LayerGradients implements GradientSurvey {
    private final TensorSurvey survey;
    private final WeightGradients byWeights;
    private final @Nullable Bins bins;
    private final Deque<Map<Quantity, TensorStatistics>> found = new ArrayDeque<>();
    private @Nullable TensorStatistics output;
    private @Nullable TensorStatistics preActivation;

    LayerGradients(TensorSurvey survey, WeightGradients byWeights) {
        this.survey = survey;
        this.byWeights = byWeights;
        this.bins = BinPlacement.known(survey.binning(), Saturation.UNBOUNDED);
    }

    @Override
    public Cancellation cancellation() {
        return survey.cancellation();
    }

    @Override
    public @Nullable Bins bins() {
        return bins;
    }

    @Override
    public Surveyed surveyed(int layer) {
        return Surveyed.BOTH;
    }

    @Override
    public void byOutput(Matrix gradient, Survey known) {
        output = statistics(gradient, known);
    }

    @Override
    public void byPreActivation(Matrix gradient, Survey known) {
        preActivation = statistics(gradient, known);
    }

    @Override
    public int inputs(WeightsQuestion weights) {
        return byWeights.inputs(weights);
    }

    @Override
    public void byWeights(Matrix gradient, Survey known) {
        found.addFirst(
                LayerStatistics.backward(
                        statistics(gradient, known),
                        Objects.requireNonNull(preActivation),
                        Objects.requireNonNull(output)));
    }

    /// Of each layer that the gradient went through, in order.
    List<Map<Quantity, TensorStatistics>> inOrder() {
        return List.copyOf(found);
    }

    private TensorStatistics statistics(Matrix gradient, Survey known) {
        return survey.completed(gradient, Saturation.UNBOUNDED, known);
    }
}
