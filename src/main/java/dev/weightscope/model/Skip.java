package dev.weightscope.model;

/// Over how many layers a skip connection leads; what it leads past is a branch.
///
/// s is the [BranchScale], norm the [Normalization], which stands where a branch begins (pre-norm).
public enum Skip implements Keyed {
    NONE("none", "None", 0),
    /// a′ = a + s·φ(norm(a)·W + b).
    ONE("one", "1 layer", 1),
    /// a′ = a + s·(φ(norm(a)·W₁ + b₁)·W₂ + b₂): the second layer has no activation.
    TWO("two", "2 layers", 2);

    private final String key;
    private final String label;
    private final int layers;

    Skip(String key, String label, int layers) {
        this.key = key;
        this.label = label;
        this.layers = layers;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// The number of layers of a branch; 0 where there are no branches.
    public int layers() {
        return layers;
    }
}
