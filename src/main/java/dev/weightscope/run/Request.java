package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import java.time.Duration;
import java.util.function.Consumer;

/// Questions to answer and whether they are still wanted.
///
/// A hand on a slider overtakes a request every frame. Were each to stop at once, the charts would
/// stand still until the hand does. So an overtaken request may finish its first answer, which is a
/// picture on the way to the newest, if that comes within a `patience` from its start.
final class Request implements Cancellation {
    private final Consumer<Request> work;
    private final long patienceNanos;
    private volatile long startNanos;
    private volatile boolean overtakes;
    private volatile boolean overtaken;
    private volatile boolean answered;
    private volatile boolean abandoned;

    /// @param work answers the questions, on the worker's thread
    Request(Consumer<Request> work, Duration patience) {
        this.work = work;
        this.patienceNanos = patience.toNanos();
    }

    /// Answers the questions as far as they are wanted.
    void work() {
        work.accept(this);
    }

    /// @param overtaking whether it came while another was still being answered: from a hand that
    ///   moves, in all likelihood
    void start(boolean overtaking) {
        overtakes = overtaking;
        startNanos = System.nanoTime();
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
    }

    boolean isAnswered() {
        return answered;
    }

    @Override
    public boolean isCancelled() {
        return abandoned
                || (overtaken && (answered || System.nanoTime() - startNanos >= patienceNanos));
    }
}
