package dev.weightscope.theory;

/// Over how many layers a skip connection leads.
public enum Skip {
    NONE,
    /// a′ = a + s·φ(W·norm(a) + b).
    ONE,
    /// a′ = a + s·(W₂·φ(W₁·norm(a) + b₁) + b₂).
    TWO
}
