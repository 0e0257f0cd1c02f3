package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Binning;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Step;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.InputQuestion;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.LayerSequential;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.Tape;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
///
/// Where gradients are asked for, the way there leaves a [Tape], from which the batch can be put
/// behind any of its layers.
final class CachedPass {
    /// The batch stands behind no layer: it has to begin again.
    private static final int NOWHERE = -1;

    private final Kernel kernel;
    private final ForwardPass pass;
    private final WeightSurveys weightSurveys;
    private final Batch batch = new Batch();
    private final Tape tape = new Tape();
    private @Nullable InputQuestion inputQuestion;
    private @Nullable Binning binning;
    private @Nullable TensorStatistics input;
    private final List<LayerQuestion> questions = new ArrayList<>();
    private final List<LayerStatistics> answers = new ArrayList<>();

    /// The questions with all laws known, those that are fitted to the input too.
    private final List<LayerQuestion> fitted = new ArrayList<>();

    private int position = NOWHERE;

    /// Of the last way back.
    private TapePlan plan = TapePlan.whole(1);

    /// How many of the first layers the sweep that records the tape has gone through.
    private int taped;

    /// The gradients of each layer, in order; none where they are not known of all layers.
    private List<Map<Quantity, TensorStatistics>> gradients = List.of();

    /// How much of those by weights is in them.
    private WeightGradients byWeights = WeightGradients.ALL;

    CachedPass(Kernel kernel, ForwardPass pass, WeightSurveys weightSurveys) {
        this.kernel = kernel;
        this.pass = pass;
        this.weightSurveys = weightSurveys;
    }

    /// The statistics of the input and the layers.
    ///
    /// @param recomputed how many layers were computed once more on the way back
    record Findings(TensorStatistics input, List<LayerStatistics> layers, int recomputed) {}

    /// Finds out what is not known yet.
    ///
    /// @param newPlan what is kept for a way back
    /// @param steps told of each layer that is computed, before it is
    /// @throws CancelledException if it is no longer wanted; what was found out until then is kept
    Findings run(
            SurveyQuestion question,
            TapePlan newPlan,
            Cancellation cancellation,
            Consumer<Step> steps) {
        retain(question);
        TensorSurvey survey = new TensorSurvey(kernel, question.binning(), cancellation);
        boolean goesBack = question.goesBack() && gradients.isEmpty();
        if (goesBack) {
            keepTapeFor(newPlan);
        }
        TensorStatistics knownInput = there(question, goesBack, survey, steps);
        if (goesBack) {
            back(question, survey, steps);
        }
        List<LayerStatistics> layers = answers.subList(0, question.depth());
        return new Findings(
                knownInput,
                question.goesBack() ? withGradients(layers) : List.copyOf(layers),
                question.goesBack() ? plan.recomputed() : 0);
    }

    /// Where all is kept, a tape of more or fewer layers is a tape of those that are shared.
    private void keepTapeFor(TapePlan newPlan) {
        if (!newPlan.equals(plan) && !(newPlan.isWhole() && plan.isWhole())) {
            forgetTape();
        }
        plan = newPlan;
    }

    private void forgetTape() {
        tape.forget(1, LayerWidths.MAX_DEPTH);
        taped = 0;
    }

    private void back(SurveyQuestion question, TensorSurvey survey, Consumer<Step> steps) {
        position = NOWHERE;
        if (!plan.isWhole()) {
            taped = 0; // the way back leaves nothing of it
        }
        try {
            PassQuestion there = question.pass().withLayers(fitted.subList(0, question.depth()));
            LayerGradients found = new LayerGradients(survey, question.byWeights());
            new WayBack(pass, there, plan, tape, batch, found, steps).run();
            gradients = found.inOrder();
            byWeights = question.byWeights();
        } finally {
            if (!plan.isWhole()) {
                forgetTape();
            }
        }
    }

    /// The way there, as far as it is not known, or not on the tape where that is needed.
    ///
    /// @return the statistics of the input
    private TensorStatistics there(
            SurveyQuestion question, boolean needsTape, TensorSurvey survey, Consumer<Step> steps) {
        Cancellation cancellation = survey.cancellation();
        int done = done(answers.size(), needsTape);
        int start = start(question, done);
        if (position != start && (input == null || done < question.depth())) {
            stand(question, input == null ? 0 : start, cancellation);
        }
        TensorStatistics knownInput = input;
        if (knownInput == null) {
            knownInput = survey.of(batch.signal(), Saturation.UNBOUNDED);
            input = knownInput;
        }
        while (done < question.depth() && position < question.depth()) {
            cancellation.throwIfCancelled();
            int layer = position + 1;
            steps.accept(new Step("layer", layer, question.depth()));
            LayerQuestion asked = question.pass().layer(layer);
            Tape recorded = needsTape && plan.tapes(layer) ? tape : null;
            if (layer > answers.size()) {
                LayerSequential.Fitted fit = pass.fit(asked, batch, cancellation);
                answers.add(advance(fit, recorded, survey));
                fitted.add(fit.question());
                questions.add(asked);
            } else {
                pass.passThrough(fitted.get(layer - 1), batch, recorded, cancellation);
            }
            position = layer;
            if (needsTape) {
                if (plan.keepsOutput(asked)) {
                    pass.keepOutput(layer, batch, tape, cancellation);
                }
                taped = Math.max(taped, layer);
            }
        }
        return knownInput;
    }

    /// How many of the first layers need nothing more on the way there.
    ///
    /// @param known how many are surveyed
    private int done(int known, boolean needsTape) {
        return needsTape ? Math.min(taped, known) : known;
    }

    /// The last layer, of those that are done, behind which the batch stands or can be put; 0 for
    /// the input.
    private int start(SurveyQuestion question, int done) {
        for (int layer = Math.min(done, question.depth()); layer > 0; layer--) {
            if (layer == position || isOnTape(question, layer)) {
                return layer;
            }
        }
        return 0;
    }

    /// Between the two layers of a branch a batch is more than what is on the tape.
    private boolean isOnTape(SurveyQuestion question, int layer) {
        return layer <= taped
                && tape.holds(layer)
                && question.pass().layer(layer).role() != LayerRole.FIRST_OF_BRANCH;
    }

    /// Puts the batch behind a layer on the tape, or in front of the first.
    private void stand(SurveyQuestion question, int layer, Cancellation cancellation) {
        position = NOWHERE;
        if (layer == 0) {
            PassQuestion asked = question.pass();
            pass.begin(asked.input(), asked.largestSignal(), batch, cancellation);
        } else {
            pass.recall(question.pass().layer(layer), tape, batch, cancellation);
        }
        position = layer;
    }

    private List<LayerStatistics> withGradients(List<LayerStatistics> layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> layers.get(i).with(gradients.get(i)))
                .toList();
    }

    /// How much there is to do, as [SpeedEstimate] counts it, where all is kept.
    double work(SurveyQuestion question) {
        int shared = sharedLayers(question);
        boolean back =
                question.goesBack() && (shared < question.depth() || !hasGradientsOf(question));
        int done = done(shared, back);
        PassQuestion pass = question.pass();
        double there =
                done == question.depth() ? 0 : SpeedEstimate.work(pass, start(question, done) + 1);
        return there + (back ? SpeedEstimate.workBack(pass, question.byWeights()) : 0);
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
        if (!hasGradientsOf(question)) {
            gradients = List.of();
        }
    }

    private boolean hasGradientsOf(SurveyQuestion question) {
        return gradients.size() == question.depth() && question.byWeights().equals(byWeights);
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
        fitted.subList(layers, fitted.size()).clear();
        tape.forget(layers + 1, LayerWidths.MAX_DEPTH);
        taped = Math.min(taped, layers);
        gradients = List.of();
    }

    /// Carries the batch through a layer and surveys it; if that ends early, the batch stands in
    /// front of the layer.
    private LayerStatistics advance(
            LayerSequential.Fitted fit, @Nullable Tape recorded, TensorSurvey survey) {
        LayerQuestion question = fit.question();
        Bins bins = BinPlacement.known(survey.binning(), question.saturation());
        DenseLayer.Answer found =
                pass.advance(question, batch, recorded, bins, survey.cancellation());
        boolean isSurveyed = false;
        try {
            Matrix preActivation =
                    recorded == null || question.role() == LayerRole.LAST_OF_BRANCH
                            ? batch.preActivation()
                            : recorded.preActivations(question.weights().layer());
            LayerStatistics statistics = statistics(fit, preActivation, found, survey);
            isSurveyed = true;
            return statistics;
        } finally {
            if (!isSurveyed) {
                batch.stepBack(question.role());
            }
        }
    }

    /// @param found of the layer that the batch has just gone through, the pre-activations included
    private LayerStatistics statistics(
            LayerSequential.Fitted fit,
            Matrix preActivation,
            DenseLayer.Answer found,
            TensorSurvey survey) {
        LayerQuestion question = fit.question();
        WeightsQuestion weights = question.weights();
        return new LayerStatistics(
                weights.layer(),
                weights.fanIn(),
                weights.fanOut(),
                LayerStatistics.forward(
                        weightSurveys.of(weights, pass.weights(), survey),
                        survey.completed(
                                preActivation,
                                Saturation.UNBOUNDED,
                                Objects.requireNonNull(found.preActivation())),
                        survey.completed(batch.signal(), question.saturation(), found.output())),
                found.output().flushed(),
                pass.weights().flushed(),
                fit.measuredStds());
    }

    /// Bytes allocated beyond what a run needs.
    ///
    /// @param question null for no run at all
    /// @param tapeBytes what it needs for its tape
    long bytesBeyond(@Nullable SurveyQuestion question, long tapeBytes) {
        return batch.bytesBeyond(question == null ? null : question.pass())
                + Math.max(0, tape.bytes() - tapeBytes);
    }

    /// Gives back the memory of the batch and the tape; what was found out is kept.
    void release() {
        batch.release();
        position = NOWHERE;
        releaseTape();
    }

    /// Gives back the memory of the tape.
    void releaseTape() {
        tape.release();
        taped = 0;
    }
}
