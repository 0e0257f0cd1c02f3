package dev.weightscope.model;

/// What a layer is in its network.
public enum LayerRole {
    /// No skip leads past it.
    PLAIN,
    /// The only layer of its branch.
    WHOLE_BRANCH,
    FIRST_OF_BRANCH,
    LAST_OF_BRANCH;

    /// Whether what enters the layer also skips it.
    public boolean beginsBranch() {
        return this == WHOLE_BRANCH || this == FIRST_OF_BRANCH;
    }

    /// Whether what the layer makes is added to what skipped it.
    public boolean endsBranch() {
        return this == WHOLE_BRANCH || this == LAST_OF_BRANCH;
    }

    /// Whether what the layer makes stays inside of its branch, where it has a size of its own.
    /// What leaves any other layer is the stream: what a skip leads past the next branch.
    public boolean isInsideBranch() {
        return this == FIRST_OF_BRANCH;
    }
}
