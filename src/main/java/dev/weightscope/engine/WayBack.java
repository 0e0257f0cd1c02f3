package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Survey;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.LayerRole;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One way back of a gradient through the layers: surveys it in each, and computes layers again
/// where the plan kept none of them.
final class WayBack {
    private final ForwardPass there;
    private final BackwardPass back;
    private final PassQuestion question;
    private final TapePlan plan;
    private final Tape tape;
    private final Batch batch;
    private final TensorSurvey survey;
    private final Consumer<Step> steps;
    private final @Nullable Bins bins;
    private final Deque<Map<Quantity, TensorStatistics>> found = new ArrayDeque<>();

    /// @param question the laws of its weights are all known
    /// @param plan by which the tape was recorded; unless it is whole, nothing is on the tape
    ///   afterwards
    /// @param batch overwritten
    /// @param steps told of each layer before its gradients are computed
    WayBack(
            ForwardPass there,
            PassQuestion question,
            TapePlan plan,
            Tape tape,
            Batch batch,
            TensorSurvey survey,
            Consumer<Step> steps) {
        this.there = there;
        this.back = there.back();
        this.question = question;
        this.plan = plan;
        this.tape = tape;
        this.batch = batch;
        this.survey = survey;
        this.steps = steps;
        this.bins = BinPlacement.known(survey.binning(), Saturation.UNBOUNDED);
    }

    /// Surveys the gradients of all layers.
    ///
    /// @return those of each layer, the first layer's first
    /// @throws CancelledException if it is no longer wanted
    List<Map<Quantity, TensorStatistics>> run() {
        through(plan, back.begin(question, batch, survey.cancellation()));
        return List.copyOf(found);
    }

    /// Carries the gradient back through layers of which the sweep has just come by.
    ///
    /// @param gradient by the output of their last one
    /// @return the same in front of them
    private BackwardPass.Found through(TapePlan layers, BackwardPass.Found gradient) {
        if (layers.parts().isEmpty()) {
            return throughTape(layers, gradient);
        }
        BackwardPass.Found arrived = gradient;
        for (int i = layers.parts().size() - 1; i >= 0; i--) {
            TapePlan part = layers.parts().get(i);
            boolean anew = part.start() == TapePlan.Start.COMPUTED;
            if (anew || i < layers.parts().size() - 1) {
                tape.forget(part.first(), part.last());
                sweep(anew ? layers.first() : part.first(), part);
            }
            arrived = through(part, arrived);
            tape.forget(part.first(), part.last());
            if (i > 0) {
                tape.forgetOutput(part.first() - 1);
            }
        }
        return arrived;
    }

    /// Goes the way there once more.
    ///
    /// @param from a layer; what goes into it is kept
    /// @param part to the end of which it goes
    private void sweep(int from, TapePlan part) {
        Cancellation cancellation = survey.cancellation();
        standBehind(from - 1);
        for (int layer = from; layer <= part.last(); layer++) {
            cancellation.throwIfCancelled();
            LayerQuestion asked = question.layer(layer);
            if (isLent(part)) {
                if (layer == part.last()) {
                    there.lendPreActivation(asked, batch, tape, cancellation);
                } else {
                    there.passThrough(asked, batch, null, cancellation);
                }
                continue;
            }
            there.passThrough(asked, batch, part.tapes(layer) ? tape : null, cancellation);
            boolean isSum = part.tapes(layer) && asked.role().endsBranch();
            boolean isStart = part.start() == TapePlan.Start.COMPUTED && layer == part.first() - 1;
            if (isSum || isStart || part.keepsSignalBehind(layer)) {
                there.keepOutput(layer, batch, tape, cancellation);
            }
        }
    }

    /// Whether the pre-activations of a part are where the output would be.
    private boolean isLent(TapePlan part) {
        return part.start() == TapePlan.Start.COMPUTED
                && question.layer(part.first()).role() == LayerRole.PLAIN;
    }

    private void standBehind(int layer) {
        Cancellation cancellation = survey.cancellation();
        if (layer == 0) {
            there.beginAgain(question.input(), batch, cancellation);
        } else {
            there.recall(question.layer(layer), tape, batch, cancellation);
        }
    }

    /// Carries the gradient back through layers that are on the tape.
    private BackwardPass.Found throughTape(TapePlan part, BackwardPass.Found gradient) {
        BackwardPass.Found arrived = gradient;
        for (int layer = part.last(); layer >= part.first(); layer--) {
            arrived = throughLayer(layer, part, arrived);
        }
        return arrived;
    }

    private BackwardPass.Found throughLayer(int layer, TapePlan part, BackwardPass.Found gradient) {
        Cancellation cancellation = survey.cancellation();
        cancellation.throwIfCancelled();
        steps.accept(new Step("gradient of layer", layer, question.depth()));
        LayerQuestion asked = question.layer(layer);
        TensorStatistics output = statistics(batch.outputGradient(), gradient.output());
        Survey known = gradient.preActivation();
        Survey byPreActivation =
                known != null
                        ? known
                        : back.throughActivation(asked, tape, batch, bins, cancellation);
        TensorStatistics preActivation = statistics(batch.gradient(), byPreActivation);
        if (isLent(part)) {
            tape.takeBack(layer); // what goes into the layer is still the signal
        } else {
            standBehind(layer - 1);
        }
        Survey byWeights = back.weightGradient(asked, batch, bins, cancellation);
        TensorStatistics weights = statistics(back.weightGradient(), byWeights);
        found.addFirst(LayerStatistics.backward(weights, preActivation, output));
        if (layer == 1) {
            return gradient; // nobody asks for that by the input
        }
        return back.throughWeights(
                asked,
                question.layer(layer - 1),
                layer > part.first() ? tape : null,
                batch,
                bins,
                cancellation);
    }

    private TensorStatistics statistics(Matrix gradient, Survey found) {
        return survey.completed(gradient, Saturation.UNBOUNDED, found);
    }
}
