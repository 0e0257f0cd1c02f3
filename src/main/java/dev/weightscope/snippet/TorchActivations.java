package dev.weightscope.snippet;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Numbers;

/// The activation functions as PyTorch calls them.
final class TorchActivations {
    private TorchActivations() {}

    /// φ(x) as Python.
    static String of(Activation activation) {
        return switch (activation.function()) {
            case LINEAR -> "x";
            case TANH -> "torch.tanh(x)";
            case SIGMOID -> "torch.sigmoid(x)";
            case RELU -> "F.relu(x)";
            case LEAKY_RELU ->
                    "F.leaky_relu(x, %s)".formatted(Numbers.plain(activation.negativeSlope()));
            case ELU -> "F.elu(x)";
            case SELU -> "F.selu(x)";
            case GELU -> "F.gelu(x)";
            case SILU -> "F.silu(x)";
            case SOFTPLUS -> "F.softplus(x)";
            case SOFTSIGN -> "F.softsign(x)";
            case MISH -> "F.mish(x)";
            case HARDTANH -> "F.hardtanh(x)";
            case ERF -> "torch.erf(x)";
        };
    }
}
