package dev.weightscope.ui.experiment;

import dev.weightscope.model.Activation;
import dev.weightscope.ui.controls.Mark;
import java.util.List;
import java.util.Optional;

/// The gains worth a mark: 1, and what PyTorch recommends for the activation.
final class GainMarks {
    private static final Mark ONE = new Mark(1, "1", "Gain 1: the initializer as it is");

    private GainMarks() {}

    static List<Mark> of(Activation activation) {
        return recommended(activation)
                .filter(mark -> mark.value() != 1)
                .map(mark -> mark.value() < 1 ? List.of(mark, ONE) : List.of(ONE, mark))
                .orElse(List.of(ONE));
    }

    /// PyTorch's `torch.nn.init.calculate_gain`; empty for an activation that it does not know.
    private static Optional<Mark> recommended(Activation activation) {
        return switch (activation.function()) {
            case LINEAR, SIGMOID -> Optional.of(mark(1, "1"));
            case TANH -> Optional.of(mark(5.0 / 3, "5/3"));
            case RELU -> Optional.of(mark(Math.sqrt(2), "√2"));
            case LEAKY_RELU -> {
                double slope = activation.negativeSlope();
                yield Optional.of(mark(Math.sqrt(2 / (1 + slope * slope)), "√(2/(1+a²))"));
            }
            case SELU -> Optional.of(mark(0.75, "3/4"));
            case ELU, GELU, SILU, SOFTPLUS, SOFTSIGN, MISH, HARDTANH, ERF -> Optional.empty();
        };
    }

    private static Mark mark(double gain, String text) {
        return new Mark(
                gain, text + " PyTorch", "PyTorch's calculate_gain for this activation: " + text);
    }
}
