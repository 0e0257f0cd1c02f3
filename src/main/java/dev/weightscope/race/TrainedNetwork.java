package dev.weightscope.race;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.option.SettingsText;

/// What the first of a setting's networks has learnt in the end.
record TrainedNetwork() implements DrawnNetwork<TrainingSettings> {
    @Override
    public void draw(
            Question<TrainingSettings> question,
            Kernel kernel,
            Cancellation cancellation,
            Layers layers) {
        LearningNetwork network = LearningNetwork.of(question, kernel, _ -> {}, cancellation);
        network.goToEnd(cancellation, layers::step);
        layers.begin(network.state().widths(), network.norms());
        network.weights(layers::layer);
    }

    @Override
    public String training(TrainingSettings settings) {
        return new SettingsText<>(TrainingOptions.ALL).formatAll(settings);
    }
}
