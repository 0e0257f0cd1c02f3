package dev.weightscope.animation;

import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.function.LongSupplier;

/// How far work of equal steps has come, and how long the rest will take at the pace until now.
public final class Pace {
    private final LongSupplier clock;
    private final String noun;
    private final int total;
    private final long begin;

    /// Begins now.
    ///
    /// @param clock nanoseconds
    /// @param noun of a step: `frame`
    public Pace(LongSupplier clock, String noun, int total) {
        this.clock = clock;
        this.noun = noun;
        this.total = total;
        begin = clock.getAsLong();
    }

    /// The step that begins now.
    ///
    /// @param number from 1
    public Step at(int number) {
        int done = number - 1;
        if (done == 0) {
            return new Step(noun, number, total);
        }
        double each = (double) (clock.getAsLong() - begin) / done;
        return new Step(noun, number, total, Duration.ofNanos(Math.round(each * (total - done))));
    }
}
