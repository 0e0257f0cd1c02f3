package dev.weightscope.engine;

import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.network.InputQuestion;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import java.util.List;

/// All that decides the statistics of a run. This is the one place where an experiment is taken
/// apart: what computes and what caches sees these questions alone.
///
/// @param passes how far the run goes
/// @param byWeights how much of the gradients by weights is surveyed where it goes back
record SurveyQuestion(
        PassQuestion pass, Binning binning, Passes passes, WeightGradients byWeights) {
    static SurveyQuestion of(Experiment experiment, Passes passes) {
        InputQuestion input =
                new InputQuestion(
                        experiment.sampling(),
                        experiment.inputWidth(),
                        experiment.seed(),
                        experiment.format());
        List<LayerQuestion> layers =
                experiment.places().stream().map(place -> layer(experiment, place)).toList();
        return new SurveyQuestion(
                new PassQuestion(input, layers), experiment.binning(), passes, WeightGradients.ALL);
    }

    private static LayerQuestion layer(Experiment experiment, LayerPlace place) {
        return LayerQuestion.at(
                place,
                experiment.weightLaw(place),
                experiment.biasLaw(place.layer()),
                experiment.seed(),
                experiment.format(),
                experiment.activation(),
                experiment.architecture().normalization());
    }

    /// The same of the first samples.
    SurveyQuestion withSamples(int samples) {
        return new SurveyQuestion(pass.withSamples(samples), binning, passes, byWeights);
    }

    /// The same with fewer gradients by weights.
    SurveyQuestion with(WeightGradients fewer) {
        return new SurveyQuestion(pass, binning, passes, fewer);
    }

    /// The same on the way there alone.
    SurveyQuestion forward() {
        return new SurveyQuestion(pass, binning, Passes.FORWARD, byWeights);
    }

    int samples() {
        return pass.input().samples();
    }

    boolean goesBack() {
        return passes == Passes.THERE_AND_BACK;
    }

    int depth() {
        return pass.depth();
    }
}
