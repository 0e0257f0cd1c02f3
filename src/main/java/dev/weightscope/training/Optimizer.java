package dev.weightscope.training;

import dev.weightscope.model.Keyed;

/// How a step follows from a gradient g, in PyTorch's form and with its constants; η is the
/// learning rate, t the step, counted from 1.
public enum Optimizer implements Keyed {
    /// w −= η·g.
    SGD("sgd", "SGD", 0.1),
    /// v = 0.9·v + g, w −= η·v (Polyak 1964; without dampening).
    MOMENTUM("momentum", "SGD with momentum", 0.01),
    /// v = 0.9·v + g, w −= η·(g + 0.9·v) (Sutskever et al. 2013).
    NESTEROV("nesterov", "Nesterov momentum", 0.01),
    /// s = 0.99·s + 0.01·g², w −= η·g / (√s + 10⁻⁸) (Tieleman & Hinton 2012; not centred).
    RMSPROP("rmsprop", "RMSprop", 0.001),
    /// m = 0.9·m + 0.1·g, s = 0.999·s + 0.001·g², w −= η·m̂ / (√ŝ + 10⁻⁸) with m̂ = m / (1 − 0.9ᵗ)
    /// and ŝ = s / (1 − 0.999ᵗ) (Kingma & Ba 2015, arXiv 1412.6980).
    ADAM("adam", "Adam", 0.001),
    /// w *= 1 − η·λ, then Adam (Loshchilov & Hutter 2019, arXiv 1711.05101); of biases and norms
    /// too.
    ADAMW("adamw", "AdamW", 0.001);

    private final String key;
    private final String label;
    private final double usualRate;

    Optimizer(String key, String label, double usualRate) {
        this.key = key;
        this.label = label;
        this.usualRate = usualRate;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// A learning rate to begin with.
    public double usualRate() {
        return usualRate;
    }

    /// Whether it reads the weight decay λ.
    public boolean decays() {
        return this == ADAMW;
    }

    /// How many numbers it keeps beside each weight.
    int kept() {
        return switch (this) {
            case SGD -> 0;
            case MOMENTUM, NESTEROV, RMSPROP -> 1;
            case ADAM, ADAMW -> 2;
        };
    }
}
