package dev.weightscope.race;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import dev.weightscope.training.Detail;
import dev.weightscope.training.TrainingRun;

/// What the first of a setting's networks has learnt in the end. It learns once more, bit for bit
/// as in any race.
record TrainedNetwork() implements DrawnNetwork<TrainingSettings> {
    @Override
    public void draw(
            Question<TrainingSettings> question,
            Kernel kernel,
            Cancellation cancellation,
            Layers layers) {
        requireWeightsAlone(question);
        TrainingSets.Read data = new TrainingSets().of(question, _ -> {}, cancellation);
        TrainingRun run =
                new TrainingRun(
                        question.experiment(),
                        question.settings().plan(),
                        data.set(),
                        Detail.CURVES,
                        kernel);
        while (!run.hasEnded()) {
            run.step(cancellation);
        }
        run.failure()
                .ifPresent(failure -> {
                    throw failure;
                });
        layers.begin(run.state().widths());
        run.weights(layers::layer);
    }

    @Override
    public void requireWeightsAlone(Question<TrainingSettings> question) {
        if (question.experiment().architecture().normalization() != Normalization.NONE) {
            throw new Refusal(
                    "scale and shift of the norms are learnt too, and weights and biases alone can"
                            + " be saved; train with --norm none");
        }
    }

    @Override
    public String training(TrainingSettings settings) {
        return new SettingsText<>(TrainingOptions.ALL).formatAll(settings);
    }
}
