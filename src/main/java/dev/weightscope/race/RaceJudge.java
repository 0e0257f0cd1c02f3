package dev.weightscope.race;

import dev.weightscope.training.RunState;
import dev.weightscope.verdict.RaceEntry;
import dev.weightscope.verdict.RaceRules;
import dev.weightscope.verdict.RaceVerdict;
import dev.weightscope.verdict.RunEvidence;
import java.util.List;

/// Answers of one race as the rules of [RaceRules] see them.
public final class RaceJudge {
    private RaceJudge() {}

    /// An answer with its name.
    public static RaceEntry entry(String label, TrainingAnswer answer) {
        return new RaceEntry(label, answer.draws().stream().map(RaceJudge::evidence).toList());
    }

    /// What is said of a race.
    ///
    /// @param answers at least one, of the same settings
    /// @param entries what [#entry] makes of them
    public static RaceVerdict judge(List<TrainingAnswer> answers, List<RaceEntry> entries) {
        TrainingAnswer first = answers.getFirst();
        return new RaceRules(
                        first.settings().plan().stops().goal(),
                        first.task().guessing(),
                        first.task().commonest(),
                        answers.stream().allMatch(TrainingAnswer::isComplete))
                .judge(entries);
    }

    private static RunEvidence evidence(RunState run) {
        return new RunEvidence(
                run.goalStep(),
                run.loss().isEmpty() ? Double.NaN : run.loss().last(),
                run.accuracy().isEmpty() ? Double.NaN : run.accuracy().last(),
                run.steps(),
                run.divergedStep(),
                run.hasEnded(),
                run.stuck(),
                run.atEnd().map(RaceJudge::shape).orElse(RunEvidence.LayersShape.UNKNOWN));
    }

    private static RunEvidence.LayersShape shape(RunState.AtEnd end) {
        List<RunState.LayerAtEnd> hidden = end.layers().subList(0, end.layers().size() - 1);
        return new RunEvidence.LayersShape(
                end.layers().getLast().allZero(),
                hidden.stream().anyMatch(RunState.LayerAtEnd::unitsAlike),
                hidden.stream().mapToDouble(RunState.LayerAtEnd::saturatedShare).max().orElse(0));
    }
}
