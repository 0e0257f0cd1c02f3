package dev.weightscope.kernel;

/// Whether the work in progress is still wanted; asked between blocks, from several threads.
@FunctionalInterface
public interface Cancellation {
    /// Work that is always wanted.
    Cancellation NEVER = () -> false;

    boolean isCancelled();

    /// @throws CancelledException if the work is no longer wanted
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
