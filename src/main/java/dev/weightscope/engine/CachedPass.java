package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One batch in a chain of layers, and what was found out there as far as it still holds.
///
/// The statistics of the layers that the next experiment shares with the one before are not
/// computed again, and where the batch stands in front of the first new layer, it goes on from
/// there: fewer layers cost nothing, more layers cost the new ones. A run that is retired inside a
/// layer, or in the survey of one, leaves the batch in front of it.
final class CachedPass {
    /// The batch stands behind no layer: it has to begin again.
    private static final int NOWHERE = -1;

    private final Kernel kernel;
    private final ForwardPass pass;
    private final WeightSurveys weightSurveys;
    private final Batch batch = new Batch();
    private @Nullable InputQuestion inputQuestion;
    private @Nullable TensorStatistics input;
    private final List<LayerQuestion> questions = new ArrayList<>();
    private final List<LayerStatistics> answers = new ArrayList<>();
    private int position = NOWHERE;

    CachedPass(Kernel kernel, ForwardPass pass, WeightSurveys weightSurveys) {
        this.kernel = kernel;
        this.pass = pass;
        this.weightSurveys = weightSurveys;
    }

    /// The statistics of an experiment's input and layers.
    record Findings(TensorStatistics input, List<LayerStatistics> layers) {}

    /// Finds out what is not known yet.
    ///
    /// @throws CancelledException if it is no longer wanted; what was found out until then is kept
    Findings run(Experiment experiment, Cancellation cancellation) {
        forgetWhatNoLongerHolds(experiment);
        TensorSurvey survey = new TensorSurvey(kernel, experiment.binning(), cancellation);
        TensorStatistics knownInput = input;
        boolean complete = answers.size() >= experiment.depth();
        if (position == NOWHERE && (knownInput == null || !complete)) {
            pass.begin(experiment, batch, cancellation);
            position = 0;
        }
        if (knownInput == null) {
            knownInput = survey.of(batch.signal(), Saturation.UNBOUNDED);
            input = knownInput;
        }
        while (answers.size() < experiment.depth()) {
            cancellation.throwIfCancelled();
            int layer = position + 1;
            if (layer <= answers.size()) {
                pass.passThrough(experiment, layer, batch, cancellation);
            } else {
                LayerQuestion question = LayerQuestion.of(experiment, layer);
                answers.add(advance(experiment, question.weights(), survey));
                questions.add(question);
            }
            position = layer;
        }
        return new Findings(knownInput, List.copyOf(answers.subList(0, experiment.depth())));
    }

    /// How much there is to do for an experiment, as [SpeedEstimate] counts it.
    double work(Experiment experiment) {
        forgetWhatNoLongerHolds(experiment);
        return answers.size() >= experiment.depth()
                ? 0
                : SpeedEstimate.work(experiment, Math.max(position, 0) + 1);
    }

    /// Carries the batch through a layer and surveys it; if that ends early, the batch stands in
    /// front of the layer.
    private LayerStatistics advance(
            Experiment experiment, WeightsQuestion weights, TensorSurvey survey) {
        Bins bins = BinPlacement.known(experiment.binning(), saturation(experiment));
        DenseLayer.Survey found =
                pass.advance(experiment, weights.layer(), batch, bins, survey.cancellation());
        boolean isSurveyed = false;
        try {
            LayerStatistics statistics = statistics(experiment, found, weights, survey);
            isSurveyed = true;
            return statistics;
        } finally {
            if (!isSurveyed) {
                batch.stepBack();
            }
        }
    }

    /// @param found of the layer that the batch has just gone through, the pre-activations included
    private LayerStatistics statistics(
            Experiment experiment,
            DenseLayer.Survey found,
            WeightsQuestion weights,
            TensorSurvey survey) {
        Saturation saturation = saturation(experiment);
        Histogram histogram = found.histogram();
        return new LayerStatistics(
                weights.layer(),
                weights.fanIn(),
                weights.fanOut(),
                LayerStatistics.forward(
                        weightSurveys.of(weights, pass, survey),
                        survey.completed(
                                batch.preActivation(),
                                Saturation.UNBOUNDED,
                                Objects.requireNonNull(found.preActivation())),
                        histogram == null
                                ? survey.completed(batch.signal(), saturation, found.output())
                                : found.output().statistics(histogram)),
                found.flushed(),
                pass.flushedWeights());
    }

    /// How much more memory the batch has than an experiment asks for.
    ///
    /// @param experiment null for one that asks for nothing
    long bytesBeyond(@Nullable Experiment experiment) {
        return batch.bytesBeyond(experiment);
    }

    /// Gives back the memory of the batch; what was found out is kept.
    void release() {
        batch.release();
        position = NOWHERE;
    }

    private static Saturation saturation(Experiment experiment) {
        return experiment.activation().function().saturation();
    }

    private void forgetWhatNoLongerHolds(Experiment experiment) {
        InputQuestion newInput = InputQuestion.of(experiment);
        if (!newInput.equals(inputQuestion)) {
            inputQuestion = newInput;
            input = null;
            forgetFrom(0);
            position = NOWHERE;
        }
        int shared = sharedLayers(experiment);
        if (shared < experiment.depth()) {
            forgetFrom(shared);
            if (position > shared) {
                position = NOWHERE;
            }
        }
    }

    private int sharedLayers(Experiment experiment) {
        int both = Math.min(questions.size(), experiment.depth());
        return IntStream.range(0, both)
                .filter(i -> !questions.get(i).equals(LayerQuestion.of(experiment, i + 1)))
                .findFirst()
                .orElse(both);
    }

    private void forgetFrom(int layers) {
        questions.subList(layers, questions.size()).clear();
        answers.subList(layers, answers.size()).clear();
    }
}
