package dev.weightscope.kernel;

/// Thrown out of a call whose [Cancellation] said that its answer is no longer wanted. An expected
/// way to end, so it carries no stack trace.
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("the work was cancelled", null, false, false);
    }
}
