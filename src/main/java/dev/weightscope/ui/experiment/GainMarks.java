package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.RecommendedGain;
import dev.weightscope.ui.controls.Mark;
import java.util.List;
import java.util.Optional;

/// The gains worth a mark: 1, and what PyTorch recommends for the activation. None where every
/// layer is normalized before its activation, which takes the gain out again.
final class GainMarks {
    private static final Mark ONE = new Mark(1, "1", "Gain 1: the initializer as it is");

    private GainMarks() {}

    static List<Mark> of(Experiment experiment) {
        if (experiment.architecture().normalizesPreActivations()) {
            return List.of();
        }
        Optional<RecommendedGain> recommended =
                RecommendedGain.of(experiment.initializer(), experiment.activation());
        if (recommended.isEmpty()) {
            return List.of(ONE);
        }
        RecommendedGain gain = recommended.get();
        Mark mark = mark(gain);
        if (mark.value() == 1) {
            return List.of(gain.activation() == 1 ? ONE : mark);
        }
        return mark.value() < 1 ? List.of(mark, ONE) : List.of(ONE, mark);
    }

    /// `√2 PyTorch` where the gain is that of the activation; else, as where the initializer has a
    /// part of it already, the number itself.
    private static Mark mark(RecommendedGain gain) {
        boolean isWhole = gain.initializer() == 1;
        String text = isWhole ? gain.symbol() : Numbers.significant(gain.value(), 3);
        String within =
                isWhole
                        ? ""
                        : "; this initializer has "
                                + Numbers.significant(gain.initializer(), 4)
                                + " in it";
        return new Mark(
                gain.value(),
                text + " PyTorch",
                "PyTorch's calculate_gain for this activation: " + gain.symbol() + within);
    }
}
