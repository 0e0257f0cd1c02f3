package dev.weightscope.snippet;

import dev.weightscope.model.Numbers;
import dev.weightscope.training.OptimizerSettings;

/// The optimizers as PyTorch calls them, with the program's constants.
final class TorchOptimizers {
    private static final String ADAM = "betas=(0.9, 0.999), eps=1e-8";

    private TorchOptimizers() {}

    static String line(OptimizerSettings settings) {
        String rate = "lr=" + Numbers.plain(settings.learningRate());
        String call =
                switch (settings.optimizer()) {
                    case SGD -> "SGD(network.parameters(), %s)".formatted(rate);
                    case MOMENTUM -> "SGD(network.parameters(), %s, momentum=0.9)".formatted(rate);
                    case NESTEROV ->
                            "SGD(network.parameters(), %s, momentum=0.9, nesterov=True)"
                                    .formatted(rate);
                    case RMSPROP ->
                            "RMSprop(network.parameters(), %s, alpha=0.99, eps=1e-8)"
                                    .formatted(rate);
                    case ADAM -> "Adam(network.parameters(), %s, %s)".formatted(rate, ADAM);
                    case ADAMW ->
                            "AdamW(network.parameters(), %s, %s, weight_decay=%s)"
                                    .formatted(rate, ADAM, Numbers.plain(settings.weightDecay()));
                };
        return "optimizer = torch.optim." + call;
    }
}
