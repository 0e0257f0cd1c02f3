package dev.weightscope.race;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Step;
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
        TrainingSets.Read data = new TrainingSets().of(question, _ -> {}, cancellation);
        TrainingRun run =
                new TrainingRun(
                        question.experiment(),
                        question.settings().plan(),
                        data.set(),
                        Detail.CURVES,
                        kernel);
        while (!run.hasEnded()) {
            int total = Math.max(1, question.settings().plan().steps());
            layers.step(new Step("step", Math.min(total, run.steps() + 1), total));
            run.step(cancellation);
        }
        run.failure()
                .ifPresent(failure -> {
                    throw failure;
                });
        layers.begin(
                run.state().widths(),
                run.norms().entrySet().stream()
                        .map(each -> new Vector(each.getKey(), each.getValue()))
                        .toList());
        run.weights(layers::layer);
    }

    @Override
    public String training(TrainingSettings settings) {
        return new SettingsText<>(TrainingOptions.ALL).formatAll(settings);
    }
}
