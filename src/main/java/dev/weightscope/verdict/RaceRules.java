package dev.weightscope.verdict;

import dev.weightscope.model.Amounts;
import dev.weightscope.model.Numbers;
import dev.weightscope.verdict.RaceVerdict.Kind;
import dev.weightscope.verdict.RaceVerdict.Outcome;
import dev.weightscope.verdict.RaceVerdict.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said of a race.
///
/// @param goal the loss that counts as learnt; 0 for none
/// @param guessing the loss of the best answer that does not look at the features
/// @param commonest the share of the commonest class; NaN where the target is a number
/// @param isOver whether nobody goes on
public record RaceRules(double goal, double guessing, double commonest, boolean isOver) {
    /// Below this part of the loss of guessing a network has learnt something.
    private static final double CLEARLY = 0.95;

    /// From this share of saturated outputs on a layer counts as saturated.
    private static final double SATURATED = 0.8;

    private static final int DIGITS = 3;

    /// The order of a race: who reaches the goal first, then who has the lowest loss; what is not
    /// finite comes last.
    public static Comparator<RaceEntry> order() {
        return Comparator.comparingInt(
                        (RaceEntry entry) -> entry.goalStep().orElse(Integer.MAX_VALUE))
                .thenComparingDouble(RaceEntry::loss);
    }

    /// @param entries at least one; of equal ones, as a pin of the live setting, is said once what
    ///   they are
    public RaceVerdict judge(List<RaceEntry> entries) {
        List<RaceEntry> ordered = entries.stream().distinct().sorted(order()).toList();
        List<Remark> remarks = new ArrayList<>();
        RaceEntry first = ordered.getFirst();
        boolean isReached = first.goalStep().isPresent();
        if (isReached) {
            remarks.add(arrivals(ordered));
        }
        for (RaceEntry entry : ordered) {
            boolean isLeader = entry.equals(first);
            if (entry.goalStep().isPresent()) {
                someDraws(entry).ifPresent(remarks::add);
            } else {
                Remark remark = remark(entry, isLeader && ordered.size() > 1);
                // Where the others are on their way says the table; that they are is no finding.
                if (isOver || isLeader || remark.kind() != Kind.ON_ITS_WAY) {
                    remarks.add(remark);
                }
            }
        }
        boolean isBetter = entries.stream().anyMatch(this::isBetterThanGuessing);
        return new RaceVerdict(outcome(isReached, isBetter, remarks), remarks);
    }

    private boolean isBetterThanGuessing(RaceEntry entry) {
        return entry.loss() < CLEARLY * guessing;
    }

    private Outcome outcome(boolean isReached, boolean isBetter, List<Remark> remarks) {
        boolean hasGoal = goal > 0;
        if (isReached) {
            return Outcome.LEARNS;
        }
        if (!isOver) {
            return Outcome.UNDER_WAY;
        }
        if (isBetter) {
            return hasGoal ? Outcome.NONE_ARRIVES : Outcome.LEARNS;
        }
        if (remarks.stream().allMatch(remark -> remark.kind().isHopeless())) {
            return Outcome.NONE_LEARNS;
        }
        return hasGoal ? Outcome.NONE_ARRIVES : Outcome.NONE_YET;
    }

    /// `Xavier uniform reaches 0.1 first, at step 56; PyTorch's default follows 16 steps later.`
    private Remark arrivals(List<RaceEntry> ordered) {
        RaceEntry first = ordered.getFirst();
        int step = first.goalStep().orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append(
                "%s reaches %s%s, at step %d"
                        .formatted(
                                first.label(),
                                number(goal),
                                ordered.size() > 1 ? " first" : "",
                                step));
        for (RaceEntry other : ordered.subList(1, ordered.size())) {
            OptionalInt arrived = other.goalStep();
            if (arrived.isPresent()) {
                int later = arrived.getAsInt() - step;
                text.append(
                        later == 0
                                ? "; %s at the same step".formatted(other.label())
                                : "; %s follows %d %s later"
                                        .formatted(
                                                other.label(),
                                                later,
                                                later == 1 ? "step" : "steps"));
            }
        }
        return new Remark(first.label(), Kind.FIRST, text.append('.').toString());
    }

    /// On a setting of which some draws have ended without the goal, and none may reach it yet.
    private Optional<Remark> someDraws(RaceEntry entry) {
        int draws = entry.draws().size();
        boolean mayReach =
                entry.draws().stream().anyMatch(run -> run.goalStep().isEmpty() && !run.hasEnded());
        if (entry.reached() == draws || mayReach) {
            return Optional.empty();
        }
        double worst = entry.draws().stream().mapToDouble(RunEvidence::loss).max().orElseThrow();
        return Optional.of(
                new Remark(
                        entry.label(),
                        Kind.SOME_DRAWS,
                        "%s: %d of %d draws reach it; the last is at %s."
                                .formatted(entry.label(), entry.reached(), draws, number(worst))));
    }

    /// On a setting whose median draw does not reach the goal.
    private Remark remark(RaceEntry entry, boolean isLowest) {
        String label = entry.label();
        String loss = number(entry.loss());
        if (entry.mostly(run -> run.divergedStep().isPresent())) {
            int step =
                    (int)
                            Math.ceil(
                                    entry.median(
                                            run -> run.divergedStep().orElse(Integer.MAX_VALUE)));
            return new Remark(
                    label,
                    Kind.DIVERGED,
                    "%s diverged at step %d: the loss is not finite.".formatted(label, step));
        }
        if (entry.mostly(run -> run.shape().isLastAllZero())) {
            return new Remark(
                    label,
                    Kind.ONLY_OUTPUT_BIAS,
                    "%s stops at %s: only the output bias learns, %s."
                            .formatted(label, loss, constantAnswer()));
        }
        if (entry.mostly(run -> run.shape().areUnitsAlike())) {
            return new Remark(
                    label,
                    Kind.SYMMETRIC,
                    ("%s is at %s: all units of a layer are alike and learn the same, so that the"
                                    + " layer is as good as one unit.")
                            .formatted(label, loss));
        }
        double saturated = entry.median(run -> run.shape().saturated());
        if (saturated >= SATURATED) {
            return new Remark(
                    label,
                    Kind.SATURATED,
                    ("%s is saturated at loss %s: %d %% of a layer's outputs lie where the slope is"
                                    + " near 0.")
                            .formatted(label, loss, Math.round(100 * saturated)));
        }
        if (entry.mostly(RunEvidence::isStuck)) {
            return new Remark(
                    label,
                    Kind.STUCK,
                    "%s is stuck at %s: for half of the steps its loss has moved by less than 2 %%."
                            .formatted(label, loss));
        }
        if (entry.mostly(run -> Double.isNaN(run.loss()))) {
            return new Remark(
                    label, Kind.ON_ITS_WAY, "%s has not come to its first loss.".formatted(label));
        }
        double steps = entry.median(RunEvidence::steps);
        return new Remark(
                label,
                isLowest ? Kind.LOWEST : Kind.ON_ITS_WAY,
                "%s %s %s %s."
                        .formatted(
                                label,
                                isLowest ? "is lowest, at" : "is at",
                                loss,
                                after((int) steps)));
    }

    private static String after(int steps) {
        return steps == 0 ? "before the first step" : "after " + Amounts.counted(steps, "step");
    }

    private String constantAnswer() {
        if (Double.isNaN(commonest)) {
            return "the mean of the targets";
        }
        return commonest < 0.5
                ? "how frequent each class is"
                : "that %d %% are of one class".formatted(Math.round(100 * commonest));
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
