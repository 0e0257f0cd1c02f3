package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Step;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.InputQuestion;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs a batch layer by layer and caches the statistics.
///
/// The statistics of the layers that the next run shares with the one before are not computed
/// again, and where the batch stands in front of the first new layer, it goes on from there: fewer
/// layers cost nothing, more layers cost the new ones. A run that is retired inside a layer, or in
/// the survey of one, leaves the batch in front of it.
final class CachedPass {
    /// The batch stands behind no layer: it has to begin again.
    private static final int NOWHERE = -1;

    private final Kernel kernel;
    private final ForwardPass pass;
    private final WeightSurveys weightSurveys;
    private final Batch batch = new Batch();
    private @Nullable InputQuestion inputQuestion;
    private @Nullable Binning binning;
    private @Nullable TensorStatistics input;
    private final List<LayerQuestion> questions = new ArrayList<>();
    private final List<LayerStatistics> answers = new ArrayList<>();
    private int position = NOWHERE;

    CachedPass(Kernel kernel, ForwardPass pass, WeightSurveys weightSurveys) {
        this.kernel = kernel;
        this.pass = pass;
        this.weightSurveys = weightSurveys;
    }

    /// The statistics of the input and the layers.
    record Findings(TensorStatistics input, List<LayerStatistics> layers) {}

    /// Finds out what is not known yet.
    ///
    /// @param steps told of each layer that is computed, before it is
    /// @throws CancelledException if it is no longer wanted; what was found out until then is kept
    Findings run(SurveyQuestion question, Cancellation cancellation, Consumer<Step> steps) {
        retain(question);
        TensorSurvey survey = new TensorSurvey(kernel, question.binning(), cancellation);
        TensorStatistics knownInput = input;
        boolean complete = answers.size() >= question.depth();
        if (position == NOWHERE && (knownInput == null || !complete)) {
            InputQuestion asked = question.pass().input();
            pass.begin(asked, question.pass().largestSignal(), batch, cancellation);
            position = 0;
        }
        if (knownInput == null) {
            knownInput = survey.of(batch.signal(), Saturation.UNBOUNDED);
            input = knownInput;
        }
        while (answers.size() < question.depth()) {
            cancellation.throwIfCancelled();
            int layer = position + 1;
            steps.accept(new Step("layer", layer, question.depth()));
            LayerQuestion asked = question.pass().layer(layer);
            if (layer <= answers.size()) {
                pass.passThrough(asked, batch, cancellation);
            } else {
                answers.add(advance(asked, survey));
                questions.add(asked);
            }
            position = layer;
        }
        return new Findings(knownInput, List.copyOf(answers.subList(0, question.depth())));
    }

    /// How much there is to do, as [SpeedEstimate] counts it.
    double work(SurveyQuestion question) {
        int shared = sharedLayers(question);
        if (shared == question.depth()) {
            return 0;
        }
        boolean goesOn = hasInputOf(question) && position != NOWHERE && position <= shared;
        return SpeedEstimate.work(question.pass(), goesOn ? position + 1 : 1);
    }

    /// Forgets what does not hold for a question: other inputs, or layers that differ.
    private void retain(SurveyQuestion question) {
        int shared = sharedLayers(question);
        if (!hasInputOf(question)) {
            inputQuestion = question.pass().input();
            binning = question.binning();
            input = null;
            forgetFrom(0);
            position = NOWHERE;
        }
        if (shared < question.depth()) {
            forgetFrom(shared);
            if (position > shared) {
                position = NOWHERE;
            }
        }
    }

    private boolean hasInputOf(SurveyQuestion question) {
        return question.pass().input().equals(inputQuestion) && question.binning().equals(binning);
    }

    /// How many of a question's first layers are known.
    private int sharedLayers(SurveyQuestion question) {
        if (!hasInputOf(question)) {
            return 0;
        }
        int both = Math.min(questions.size(), question.depth());
        return IntStream.range(0, both)
                .filter(i -> !questions.get(i).equals(question.pass().layers().get(i)))
                .findFirst()
                .orElse(both);
    }

    private void forgetFrom(int layers) {
        questions.subList(layers, questions.size()).clear();
        answers.subList(layers, answers.size()).clear();
    }

    /// Carries the batch through a layer and surveys it; if that ends early, the batch stands in
    /// front of the layer.
    private LayerStatistics advance(LayerQuestion question, TensorSurvey survey) {
        Bins bins = BinPlacement.known(survey.binning(), saturation(question));
        DenseLayer.Survey found = pass.advance(question, batch, bins, survey.cancellation());
        boolean isSurveyed = false;
        try {
            LayerStatistics statistics = statistics(question, found, survey);
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
            LayerQuestion question, DenseLayer.Survey found, TensorSurvey survey) {
        WeightsQuestion weights = question.weights();
        Saturation saturation = saturation(question);
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

    private static Saturation saturation(LayerQuestion question) {
        return question.activation().function().saturation();
    }

    /// Bytes that the batch has allocated beyond what a run needs.
    ///
    /// @param question null for no run at all
    long bytesBeyond(@Nullable SurveyQuestion question) {
        return batch.bytesBeyond(question == null ? null : question.pass());
    }

    /// Gives back the memory of the batch; what was found out is kept.
    void release() {
        batch.release();
        position = NOWHERE;
    }
}
