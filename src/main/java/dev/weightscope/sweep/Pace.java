package dev.weightscope.sweep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How fast runs are computed, by those of the last seconds: the first ones are many times slower,
/// until the JVM has compiled their loops, and say nothing of those that are left.
final class Pace {
    /// Before that nothing is said.
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final Duration RECENT = Duration.ofSeconds(2);

    private record Round(long end, int runs) {}

    private final Deque<Round> rounds = new ArrayDeque<>();
    private final long start;

    /// @param now in nanoseconds, as all that is given to it
    Pace(long now) {
        start = now;
        rounds.add(new Round(now, 0));
    }

    /// Told once runs are computed.
    ///
    /// @param runs how many since it was told last, or began
    void note(long now, int runs) {
        if (runs > 0) {
            rounds.addLast(new Round(now, runs));
        }
        // What begins before the last seconds is kept only where it reaches into them.
        while (rounds.size() > 2 && now - second().end() >= RECENT.toNanos()) {
            rounds.removeFirst();
        }
    }

    private Round second() {
        return rounds.stream().skip(1).findFirst().orElseThrow();
    }

    /// How long runs that are left will take; empty while that cannot be said.
    Optional<Duration> left(int runs) {
        long spent = rounds.getLast().end() - rounds.getFirst().end();
        int done = rounds.stream().skip(1).mapToInt(Round::runs).sum();
        return done == 0 || rounds.getLast().end() - start < FIRST.toNanos()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(spent).multipliedBy(runs).dividedBy(done));
    }
}
