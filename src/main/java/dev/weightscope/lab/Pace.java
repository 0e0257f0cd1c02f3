package dev.weightscope.lab;

import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How long the rest of some work will take, by what was done in the last seconds: what is done
/// first is many times slower, until the JVM has compiled its loops, and says nothing of the rest.
///
/// For one thread at a time.
public final class Pace {
    /// Before that nothing is said.
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final Duration RECENT = Duration.ofSeconds(2);

    /// @param at nanoseconds
    private record Moment(long at, long done) {}

    private final LongSupplier clock;

    /// In order, no two with the same amount done.
    private final Deque<Moment> moments = new ArrayDeque<>();

    private final long begin;

    /// Begins now, with nothing done.
    ///
    /// @param clock in nanoseconds
    public Pace(LongSupplier clock) {
        this(clock, 0);
    }

    /// Begins now.
    ///
    /// @param clock in nanoseconds
    /// @param done before, in whatever units the work is counted
    public Pace(LongSupplier clock, long done) {
        this.clock = clock;
        begin = clock.getAsLong();
        moments.add(new Moment(begin, done));
    }

    /// How long the rest will take; null while that cannot be said.
    ///
    /// @param done until now, no less than when it was last told
    /// @param rest what is left, in the same units
    public @Nullable Duration left(long done, long rest) {
        long now = clock.getAsLong();
        if (done > moments.getLast().done()) {
            moments.addLast(new Moment(now, done));
        }
        // What begins before the last seconds is kept only where it reaches into them.
        while (moments.size() > 2 && now - second().at() >= RECENT.toNanos()) {
            moments.removeFirst();
        }
        Moment from = moments.getFirst();
        Moment to = moments.getLast();
        if (moments.size() == 1 || to.at() - begin < FIRST.toNanos()) {
            return null;
        }
        double each = (double) (to.at() - from.at()) / (to.done() - from.done());
        return Duration.ofNanos(Math.round(each * rest));
    }

    /// The step that begins now, of several that take about as long.
    ///
    /// @param number from 1
    public Step step(String noun, int number, int total) {
        int done = number - 1;
        return new Step(noun, number, total, left(done, total - done));
    }

    private Moment second() {
        return moments.stream().skip(1).findFirst().orElseThrow();
    }
}
