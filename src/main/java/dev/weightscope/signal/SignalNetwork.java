package dev.weightscope.signal;

import dev.weightscope.engine.ExperimentWeights;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;

/// The network that a signal goes through.
record SignalNetwork() implements DrawnNetwork<SignalSettings> {
    private static List<Integer> widths(Experiment experiment) {
        List<Integer> widths = new ArrayList<>(List.of(experiment.inputWidth()));
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            widths.add(experiment.fanOut(layer));
        }
        return widths;
    }

    @Override
    public void draw(
            Question<SignalSettings> question,
            Kernel kernel,
            Cancellation cancellation,
            Layers layers) {
        layers.begin(widths(question.experiment()), List.of());
        ExperimentWeights.draw(question.experiment(), kernel, cancellation, layers::layer);
    }
}
