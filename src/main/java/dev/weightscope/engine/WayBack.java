package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Step;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.BackwardPass;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.Tape;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries a gradient back through the layers and surveys it in each.
final class WayBack {
    private final ForwardPass there;
    private final BackwardPass back;

    WayBack(ForwardPass there) {
        this.there = there;
        this.back = there.back();
    }

    /// Surveys the gradients of all layers.
    ///
    /// @param tape of all layers; not modified
    /// @param batch overwritten
    /// @param steps told of each layer before its gradients are computed
    /// @return those of each layer, the first layer's first
    /// @throws CancelledException if it is no longer wanted
    List<Map<Quantity, TensorStatistics>> run(
            PassQuestion question,
            Tape tape,
            Batch batch,
            TensorSurvey survey,
            Consumer<Step> steps) {
        Cancellation cancellation = survey.cancellation();
        LinkedList<Map<Quantity, TensorStatistics>> found = new LinkedList<>();
        back.begin(question, batch, cancellation);
        for (int layer = question.depth(); layer >= 1; layer--) {
            cancellation.throwIfCancelled();
            steps.accept(new Step("gradient of layer", layer, question.depth()));
            LayerQuestion asked = question.layer(layer);
            TensorStatistics activation = surveyed(batch.gradient(), survey);
            back.throughActivation(asked, tape, batch, cancellation);
            TensorStatistics preActivation = surveyed(batch.gradient(), survey);
            if (layer == 1) {
                there.begin(question.input(), question.largestSignal(), batch, cancellation);
            } else {
                there.recall(question.layer(layer - 1), tape, batch, cancellation);
            }
            TensorStatistics weights =
                    surveyed(back.weightGradient(asked, batch, cancellation), survey);
            if (layer > 1) {
                back.throughWeights(asked, batch, cancellation);
            }
            found.addFirst(LayerStatistics.backward(weights, preActivation, activation));
        }
        return List.copyOf(found);
    }

    private static TensorStatistics surveyed(Matrix gradient, TensorSurvey survey) {
        return survey.of(gradient, Saturation.UNBOUNDED);
    }
}
