package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Questions to answer and whether they are still wanted.
///
/// A hand on a slider overtakes a request every frame. Were each to stop at once, the charts would
/// stand still until the hand does. So an overtaken request may finish its first answer, which is a
/// picture on the way to the newest, if that comes soon after its start; and now and then its whole
/// answer, if that comes soon after its question.
final class Request implements Cancellation {
    private final Consumer<Request> work;
    private final Haste haste;
    private final LongSupplier clock;
    private final Runnable aside;
    private final long askedNanos;
    private volatile long startNanos;
    private volatile boolean overtakes;
    private volatile boolean overtaken;
    private volatile boolean answered;
    private volatile boolean goesOn;
    private volatile boolean abandoned;

    /// @param work answers the questions, on the worker's thread
    /// @param clock nanoseconds
    /// @param aside stands aside for more urgent work, if there is any; called wherever it is asked
    ///   whether this is still wanted
    Request(Consumer<Request> work, Haste haste, LongSupplier clock, Runnable aside) {
        this.work = work;
        this.haste = haste;
        this.clock = clock;
        this.aside = aside;
        askedNanos = clock.getAsLong();
    }

    /// Answers the questions as far as they are wanted.
    void work() {
        work.accept(this);
    }

    /// @param overtaking whether it came while another was still being answered: from a hand that
    ///   moves, in all likelihood
    void start(boolean overtaking) {
        overtakes = overtaking;
        startNanos = clock.getAsLong();
    }

    boolean overtakes() {
        return overtakes;
    }

    /// A newer request has come.
    void overtake() {
        overtaken = true;
    }

    /// Nobody waits for any answer any more.
    void abandon() {
        abandoned = true;
    }

    /// The first answer is out, if only a preview: what is left is no longer worth a newer
    /// request's time.
    void answered() {
        answered = true;
        goesOn = false;
    }

    /// After a first answer: what follows it is worth a newer request's time for a while.
    void goOn() {
        goesOn = true;
    }

    boolean goesOn() {
        return goesOn;
    }

    boolean isAnswered() {
        return answered;
    }

    @Override
    public boolean isCancelled() {
        if (isUnwanted()) {
            return true;
        }
        aside.run();
        return isUnwanted();
    }

    /// As [#isCancelled], at once.
    boolean isUnwanted() {
        return abandoned || (overtaken && isLate());
    }

    /// Whether a whole answer that takes so much longer would still be shown though the hand moves
    /// on.
    boolean isWholeInTime(Duration left) {
        return sinceAsked() + left.toNanos() < haste.wholeAnswer().toNanos();
    }

    private long sinceAsked() {
        return clock.getAsLong() - askedNanos;
    }

    private boolean isLate() {
        return answered
                ? !goesOn || !isWholeInTime(Duration.ZERO)
                : clock.getAsLong() - startNanos >= haste.firstAnswer().toNanos();
    }
}
