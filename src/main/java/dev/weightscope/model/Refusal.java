package dev.weightscope.model;

/// A setting that no experiment can have. The message is one sentence for the person who typed it:
/// what is wrong, and what would be right.
public class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
