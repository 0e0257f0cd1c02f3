package dev.weightscope.model;

import java.util.stream.IntStream;

/// Some of the steps 0..last of a run, where all would be more than can be kept or told apart: the
/// start and the ten steps after it, in which most happens, evenly spaced ones, and the last.
///
/// @param last at least 0
/// @param spaced how many spaced ones there are at most beside the start, at least 1; where the run
///   has no more steps than that, all of them are taken
public record SpacedSteps(int last, int spaced) {
    private static final int FIRST = 10;

    public SpacedSteps {
        if (last < 0 || spaced < 1) {
            throw new IllegalArgumentException("%d of 0..%d".formatted(spaced, last));
        }
    }

    public boolean include(int step) {
        int spacing = Math.max(1, Math.ceilDiv(last, spaced));
        return step <= FIRST || step % spacing == 0 || step == last;
    }

    /// Those that are included, ascending.
    public IntStream steps() {
        return IntStream.rangeClosed(0, last).filter(this::include);
    }

    /// There are no more of them than so many.
    public int most() {
        return Math.min(last, FIRST + spaced + 1) + 1;
    }
}
