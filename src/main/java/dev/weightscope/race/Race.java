package dev.weightscope.race;

import dev.weightscope.chart.Series;
import dev.weightscope.verdict.RaceEntry;
import dev.weightscope.verdict.RaceRules;
import dev.weightscope.verdict.RaceVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All runs that are shown, in the order of the race: who reaches the goal first is on top.
///
/// @param runs of different colours; the live one's is 0
/// @param asked the settings that are in force: what answers others is old
/// @param behind the colours of runs that answer another experiment than the one in force
public record Race(List<Run> runs, TrainingSettings asked, Set<Integer> behind) {
    /// A setting's answer and what the rules see of it.
    ///
    /// @param before what it answered before the last change, as long as the answer grows
    public record Run(
            Series<TrainingAnswer> series, RaceEntry entry, Optional<TrainingAnswer> before) {
        public int colour() {
            return series.colour();
        }

        public TrainingAnswer answer() {
            return series.values();
        }
    }

    public Race {
        runs = List.copyOf(runs);
        behind = Set.copyOf(behind);
    }

    /// @param answers with something in them; those without are left out
    public static Race of(
            List<Series<TrainingAnswer>> answers, TrainingSettings asked, Set<Integer> behind) {
        return of(answers, asked, behind, Map.of());
    }

    /// @param before by colour, what runs answered before the last change
    public static Race of(
            List<Series<TrainingAnswer>> answers,
            TrainingSettings asked,
            Set<Integer> behind,
            Map<Integer, TrainingAnswer> before) {
        List<Run> runs = new ArrayList<>();
        for (Series<TrainingAnswer> each : answers) {
            if (each.values().loss().length() > 0) {
                runs.add(
                        new Run(
                                each,
                                RaceJudge.entry(each.label(), each.values()),
                                Optional.ofNullable(before.get(each.colour()))));
            }
        }
        runs.sort(Comparator.comparing(Run::entry, RaceRules.order()));
        return new Race(runs, asked, behind);
    }

    /// A race that nobody has begun.
    public static Race none(TrainingSettings asked) {
        return new Race(List.of(), asked, Set.of());
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// Whether no run goes on; also where there is none.
    public boolean isOver() {
        return runs.stream().allMatch(run -> run.answer().isComplete());
    }

    /// The last step of the axis.
    public int last() {
        return runs.stream()
                .mapToInt(run -> run.answer().settings().plan().steps())
                .max()
                .orElse(asked.plan().steps());
    }

    /// The last step that some run has come to.
    public int reached() {
        return runs.stream().mapToInt(run -> run.answer().loss().length() - 1).max().orElse(0);
    }

    /// The run of a colour, or else the live one, or else the first.
    public Optional<Run> find(int colour) {
        return runs.stream()
                .filter(run -> run.colour() == colour)
                .findFirst()
                .or(() -> runs.stream().filter(run -> run.colour() == 0).findFirst())
                .or(() -> runs.stream().findFirst());
    }

    /// The colours of runs that answer what is no longer asked.
    public Set<Integer> old() {
        return runs.stream()
                .filter(run -> !isCurrent(run))
                .map(Run::colour)
                .collect(Collectors.toSet());
    }

    private boolean isCurrent(Run run) {
        return run.answer().settings().equals(asked) && !behind.contains(run.colour());
    }

    /// What the rules say of those that answer what is asked; empty where none does yet.
    public Optional<RaceVerdict> verdict() {
        List<Run> current = runs.stream().filter(this::isCurrent).toList();
        return current.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        RaceJudge.judge(
                                current.stream().map(Run::answer).toList(),
                                current.stream().map(Run::entry).toList()));
    }
}
