package dev.weightscope.race;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.data.DataTables;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FileName;
import java.util.ArrayList;
import java.util.List;

/// What a run is, in a few words.
public final class RunCaption {
    private static final int DIGITS = 3;
    private static final int GAIN_DIGITS = 4;

    private RunCaption() {}

    /// Where it starts, then in a second line how it is trained:
    ///
    /// ```
    /// Xavier uniform, gain 1 · tanh · batch norm
    /// breast-cancer · Adam 0.01 · full batch · seed 42
    /// ```
    public static String of(Experiment experiment, TrainingSettings settings) {
        List<String> start = new ArrayList<>();
        start.add(
                "%s, gain %s"
                        .formatted(
                                experiment.initializer().label(),
                                NumberText.significant(experiment.gain(), GAIN_DIGITS)));
        start.add(experiment.activation().label());
        if (!experiment.architecture().isPlain()) {
            start.add(experiment.architecture().label());
        }
        if (experiment.bias().kind() != BiasKind.DEFAULT) {
            start.add("bias " + experiment.bias().kind().key());
        }
        String training =
                "%s · %s · seed %d"
                        .formatted(
                                data(settings.data()),
                                String.join(" · ", steps(settings)),
                                experiment.seed());
        return String.join(" · ", start) + "\n" + training;
    }

    private static String data(String source) {
        return DataTables.keys().contains(source) ? source : FileName.quoted(source);
    }

    /// `Adam 0.01`, `full batch`.
    static List<String> steps(TrainingSettings settings) {
        return List.of(
                "%s %s"
                        .formatted(
                                settings.plan().optimizer().optimizer().label(),
                                NumberText.significant(
                                        settings.plan().optimizer().learningRate(), DIGITS)),
                settings.plan().batch() == 0 ? "full batch" : "batch " + settings.plan().batch());
    }
}
