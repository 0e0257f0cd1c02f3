package dev.weightscope.ui.training;

import dev.weightscope.model.Amounts;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a race is, in words.
///
/// @param draws of each run
/// @param steps of the plan
/// @param runs how far each is
public record RaceProgress(int draws, int steps, List<Run> runs, Stand stand) {
    /// Sooner, the time that is left is a guess.
    private static final Duration KNOWN_AFTER = Duration.ofMillis(500);

    /// Until this share is done, or this long has passed, it is one too: the first steps of a
    /// program that was just started are many times slower than those that follow.
    private static final double BEGINNING = 0.02;

    private static final Duration LONG_AGO = Duration.ofSeconds(10);

    /// Whether it goes on.
    public enum Stand {
        GOING,
        PAUSED,
        CANCELLED,
        REFUSED,
        OVER
    }

    /// How far a run is.
    ///
    /// @param steps that all of its draws have taken
    /// @param isDone whether no more are taken
    /// @param elapsed while it was computed
    record Run(int steps, boolean isDone, Duration elapsed) {
        static final Run BEFORE = new Run(0, false, Duration.ZERO);
    }

    public RaceProgress {
        runs = List.copyOf(runs);
    }

    /// @param answers what there is of each run; what answers other settings counts for nothing
    public static RaceProgress of(
            TrainingSettings settings, List<Optional<TrainingAnswer>> answers, Stand stand) {
        return new RaceProgress(
                settings.draws(),
                settings.plan().steps(),
                answers.stream()
                        .map(each ->
                                each.filter(known -> known.settings().equals(settings))
                                        .map(RaceProgress::run)
                                        .orElse(Run.BEFORE))
                        .toList(),
                stand);
    }

    private static Run run(TrainingAnswer answer) {
        return new Run(answer.steps(), answer.isComplete(), answer.elapsed());
    }

    public boolean isGoing() {
        return stand == Stand.GOING;
    }

    /// Of all steps of all runs, those that are taken; 0..1.
    public double share() {
        return share(runs);
    }

    private double share(List<Run> some) {
        return some.stream()
                .mapToDouble(run -> run.isDone() ? 1 : (double) run.steps() / steps)
                .average()
                .orElse(0);
    }

    private List<Run> going() {
        return runs.stream().filter(run -> !run.isDone()).toList();
    }

    /// Of the run that has come least far.
    private int step() {
        return going().stream().mapToInt(Run::steps).min().orElse(steps);
    }

    /// `2 of 8 · step 140 · 6 s left`: how many runs are done, and where the others are; empty
    /// where nothing is left to do.
    public String heading() {
        int done = runs.size() - going().size();
        String where = "%d of %d · step %d".formatted(done, runs.size(), step());
        return switch (stand) {
            case GOING ->
                    share() == 0
                            ? "before the first step"
                            : where + left().map(time -> " · " + text(time) + " left").orElse("");
            case PAUSED -> where;
            case CANCELLED -> "cancelled at step " + step();
            case REFUSED, OVER -> "";
        };
    }

    /// If it goes on as fast as those runs have gone that are not done; empty where that is not
    /// known yet.
    private Optional<Duration> left() {
        double share = share(going());
        Duration taken = longest(going());
        boolean isBeginning = share < BEGINNING && taken.compareTo(LONG_AGO) < 0;
        return share == 0 || isBeginning || taken.compareTo(KNOWN_AFTER) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (taken.toNanos() * (1 - share) / share)));
    }

    private static Duration longest(List<Run> runs) {
        return runs.stream().map(Run::elapsed).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /// `6 runs × 10 draws × 300 steps: 2 of 6 · step 140 · 6 s left`, or `6 runs × 10 draws × 300
    /// steps, all done, the longest in 9.2 s`.
    public String status() {
        String what =
                "%s × %s × %s"
                        .formatted(
                                Amounts.counted(runs.size(), "run"),
                                Amounts.counted(draws, "draw"),
                                Amounts.counted(steps, "step"));
        return switch (stand) {
            case GOING -> what + ": " + heading();
            case PAUSED -> "%s: paused at step %d".formatted(what, step());
            case CANCELLED -> "%s: cancelled at step %d".formatted(what, step());
            case REFUSED -> what + ": refused";
            case OVER -> {
                String time = Amounts.time(longest(runs));
                yield runs.size() == 1
                        ? "%s in %s".formatted(what, time)
                        : "%s, all done, the longest in %s".formatted(what, time);
            }
        };
    }

    /// `6 s`, `3 min`, `2 h`: what is left is known to no more digits.
    private static String text(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 100 ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }
}
