package dev.weightscope.run;

/// Whose turn it is while a hand moves: the newest preview's, or the whole answer's to a question
/// that is overtaken. A whole answer that does not come in time is tried less and less often, so
/// that a large experiment's previews are not held up by what they never get.
///
/// Moments are nanoseconds on one clock.
final class WholeTurns {
    /// Doublings of the time between two tries.
    private static final int MOST_DOUBLINGS = 5;

    /// While a whole answer is computed the picture stands still; for so many times as long it
    /// follows the hand first.
    private static final int MOVING = 2;

    private final long every;
    private long last;
    private int failures;

    /// @param every how long after a whole answer, or after `now`, the next one is due
    WholeTurns(long every, long now) {
        this.every = every;
        last = now;
    }

    /// @param left how long the whole answer is likely to take
    boolean isDue(long now, long left) {
        return now - last >= Math.max(every, MOVING * left) << failures;
    }

    /// A whole answer is out that had come in time for a hand that moves.
    void came(long now) {
        last = now;
        failures = 0;
    }

    /// A whole answer is out that had all the time it took: it says nothing about the next one in
    /// turn.
    void cameAtRest(long now) {
        last = now;
    }

    /// One was tried and has not come in time.
    void failed(long now) {
        last = now;
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
    }
}
