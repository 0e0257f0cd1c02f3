package dev.weightscope.engine;

import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Survey;
import dev.weightscope.model.Step;
import dev.weightscope.network.BackwardPass;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.Tape;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One way back of a gradient through the layers: tells a survey of it in each, and computes layers
/// again where the plan kept none of them.
final class WayBack {
    private final ForwardPass there;
    private final BackwardPass back;
    private final PassQuestion question;
    private final TapePlan plan;
    private final Tape tape;
    private final Batch batch;
    private final GradientSurvey survey;
    private final Consumer<Step> steps;

    /// @param question the laws of its weights are all known
    /// @param plan by which the tape was recorded; unless it is whole, nothing is on the tape
    ///   afterwards
    /// @param batch overwritten
    /// @param survey told of every layer's gradients
    /// @param steps told of each layer before its gradients are computed
    WayBack(
            ForwardPass there,
            PassQuestion question,
            TapePlan plan,
            Tape tape,
            Batch batch,
            GradientSurvey survey,
            Consumer<Step> steps) {
        this.there = there;
        this.back = there.back();
        this.question = question;
        this.plan = plan;
        this.tape = tape;
        this.batch = batch;
        this.survey = survey;
        this.steps = steps;
    }

    /// Carries the gradient from the last layer to the first.
    ///
    /// @throws CancelledException if it is no longer wanted
    void run() {
        through(plan, back.begin(question, batch, survey.cancellation()));
    }

    /// Carries the gradient back through layers of which the sweep has just come by.
    ///
    /// @param gradient by the output of their last one
    /// @return the same in front of them
    private BackwardPass.Found through(TapePlan layers, BackwardPass.Found gradient) {
        if (layers.parts().isEmpty()) {
            return switch (layers.start()) {
                case KEPT -> throughTape(layers, gradient);
                case COMPUTED -> throughLent(layers, gradient);
            };
        }
        BackwardPass.Found arrived = gradient;
        for (int i = layers.parts().size() - 1; i >= 0; i--) {
            TapePlan part = layers.parts().get(i);
            if (part.start() == TapePlan.Start.COMPUTED) {
                sweep(layers.first(), part.last() - 1, part);
            } else if (i < layers.parts().size() - 1) {
                sweep(part.first(), part.last(), part);
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
    /// @param first layer; what goes into it is kept
    /// @param last layer; the one before the first for none
    /// @param part says what of it is kept
    private void sweep(int first, int last, TapePlan part) {
        standBehind(first - 1);
        for (int layer = first; layer <= last; layer++) {
            survey.cancellation().throwIfCancelled();
            LayerQuestion asked = question.layer(layer);
            Tape recorded = part.tapes(layer) ? tape : null;
            there.passThrough(asked, batch, recorded, survey.cancellation());
            if (part.keepsOutput(asked)) {
                there.keepOutput(layer, batch, tape, survey.cancellation());
            }
        }
    }

    private void standBehind(int layer) {
        if (layer == 0) {
            there.beginAgain(question.input(), batch, survey.cancellation());
        } else {
            there.recall(question.layer(layer), tape, batch, survey.cancellation());
        }
    }

    /// Carries the gradient back through layers that are on the tape.
    private BackwardPass.Found throughTape(TapePlan part, BackwardPass.Found gradient) {
        BackwardPass.Found arrived = gradient;
        for (int layer = part.last(); layer >= part.first(); layer--) {
            throughActivation(layer, arrived);
            LayerQuestion asked = question.layer(layer);
            if (survey.inputs(asked.weights()) > 0 || asked.normalizesItsInput()) {
                standBehind(layer - 1);
            }
            arrived = throughWeights(layer, layer > part.first() ? tape : null, arrived);
        }
        return arrived;
    }

    /// Carries the gradient back through a layer, or the two of a branch, in front of the last of
    /// which the batch stands. None of it is on the tape: pre-activations are computed where a
    /// layer's output would be, from what enters a branch of two, which is still beside it.
    private BackwardPass.Found throughLent(TapePlan part, BackwardPass.Found gradient) {
        BackwardPass.Found arrived = gradient;
        for (int layer = part.last(); layer >= part.first(); layer--) {
            if (layer == part.first()) {
                there.lendPreActivation(question.layer(layer), batch, tape, survey.cancellation());
            }
            throughActivation(layer, arrived);
            tape.takeBack(layer);
            arrived = throughWeights(layer, null, arrived);
            if (layer > part.first()) {
                batch.standInFrontOfBranch();
            }
        }
        return arrived;
    }

    private void throughActivation(int layer, BackwardPass.Found gradient) {
        survey.cancellation().throwIfCancelled();
        steps.accept(new Step("gradient of layer", layer, question.depth()));
        survey.byOutput(batch.outputGradient(), gradient.output());
        Survey known = gradient.preActivation();
        Survey found =
                known != null
                        ? known
                        : back.throughActivation(
                                question.layer(layer),
                                tape,
                                batch,
                                survey.bins(),
                                survey.cancellation());
        survey.byPreActivation(batch.gradient(), found);
    }

    /// @param before where it has the pre-activations of the layer before
    /// @param gradient by the layer's output, which is what is returned of the first: nobody asks
    ///   for that by the input
    private BackwardPass.Found throughWeights(
            int layer, @Nullable Tape before, BackwardPass.Found gradient) {
        LayerQuestion asked = question.layer(layer);
        int inputs = survey.inputs(asked.weights());
        if (inputs > 0) {
            Survey found =
                    back.weightGradient(asked, inputs, batch, survey.bins(), survey.cancellation());
            survey.byWeights(back.weightGradient(), found);
        }
        return layer == 1
                ? gradient
                : back.throughWeights(
                        asked,
                        question.layer(layer - 1),
                        before,
                        batch,
                        survey.surveyed(layer - 1),
                        survey.bins(),
                        survey.cancellation());
    }
}
