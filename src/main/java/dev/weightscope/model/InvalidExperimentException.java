package dev.weightscope.model;

/// A setting that no experiment can have. The message is one sentence for the person who typed it:
/// what is wrong, and what would be right.
public final class InvalidExperimentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidExperimentException(String message) {
        super(message);
    }
}
