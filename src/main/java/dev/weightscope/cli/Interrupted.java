package dev.weightscope.cli;

/// A command was interrupted; what there was of its answer is printed.
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(String sentence) {
        super(sentence);
    }
}
