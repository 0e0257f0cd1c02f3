package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.RecommendedGain;
import dev.weightscope.ui.controls.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The gains worth a mark, two at most: the critical one, or 1 where there is none, and what
/// PyTorch recommends for the activation. None where every layer is normalized before its
/// activation: whatever the gain, the signal is as large.
final class GainMarks {
    private static final Mark ONE = new Mark(1, "1", "", "Gain 1: the initializer as it is");

    /// Relative: two gains that are found in different ways are the same within this.
    private static final double CLOSE = 1e-9;

    private GainMarks() {}

    /// @param critical the gain at which gradients neither vanish nor explode, as far as it is
    ///   known
    static List<Mark> of(Experiment experiment, OptionalDouble critical) {
        if (experiment.normalizesPreActivations()) {
            return List.of();
        }
        Optional<RecommendedGain> recommended =
                RecommendedGain.of(experiment.initializer(), experiment.activation());
        List<Mark> marks = new ArrayList<>();
        recommended.filter(gain -> !isWithout(gain)).map(GainMarks::pytorch).ifPresent(marks::add);
        if (critical.isPresent()) {
            Mark mark = critical(critical.getAsDouble(), recommended);
            marks.removeIf(other -> isClose(other.value(), mark.value()));
            marks.add(mark);
        }
        if (marks.size() < 2 && marks.stream().noneMatch(mark -> mark.value() == 1)) {
            marks.add(ONE);
        }
        return marks.stream().sorted(Comparator.comparingDouble(Mark::value)).toList();
    }

    /// An activation for which nothing is to be multiplied.
    private static boolean isWithout(RecommendedGain gain) {
        return gain.value() == 1 && gain.activation() == 1;
    }

    /// `√2 PyTorch` where the gain is that of the activation; else, as where the initializer has a
    /// part of it already, the number itself.
    private static Mark pytorch(RecommendedGain gain) {
        String within =
                isWhole(gain)
                        ? ""
                        : "; this initializer has "
                                + Numbers.significant(gain.initializer(), 4)
                                + " in it";
        return new Mark(
                gain.value(),
                text(gain),
                "PyTorch",
                "PyTorch's calculate_gain for this activation: " + gain.symbol() + within);
    }

    private static String text(RecommendedGain gain) {
        return isWhole(gain) ? gain.symbol() : Numbers.significant(gain.value(), 3);
    }

    private static boolean isWhole(RecommendedGain gain) {
        return gain.initializer() == 1;
    }

    private static Mark critical(double found, Optional<RecommendedGain> recommended) {
        String what = "Critical: in a deep network gradients neither vanish nor explode";
        if (recommended.isPresent() && isClose(found, recommended.get().value())) {
            RecommendedGain gain = recommended.get();
            return new Mark(
                    gain.value(),
                    text(gain),
                    "critical",
                    what + "; PyTorch's calculate_gain is the same");
        }
        double value = isClose(found, 1) ? 1 : found;
        return new Mark(value, Numbers.significant(value, 3), "critical", what);
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= CLOSE * other;
    }
}
