package dev.weightscope.race;

import dev.weightscope.lab.Value;
import dev.weightscope.training.Curve;
import dev.weightscope.training.RunState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An answer for programs, see [TrainingLab#document].
final class TrainingDocument {
    private TrainingDocument() {}

    static Value.Tree of(TrainingAnswer answer) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put(
                "draws",
                new Value.Array(answer.draws().stream().map(TrainingDocument::draw).toList()));
        return new Value.Tree(members);
    }

    private static Value draw(RunState run) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("seed", new Value.Whole(run.experiment().seed()));
        members.put("loss", array(run.loss()));
        members.put("accuracy", array(run.accuracy()));
        members.put("testLoss", array(run.testLoss()));
        members.put("testAccuracy", array(run.testAccuracy()));
        members.put("goalStep", Value.of(run.goalStep()));
        members.put("divergedStep", Value.of(run.divergedStep()));
        members.put(
                "hash",
                run.atEnd()
                        .<Value>map(end -> new Value.Text(end.hash()))
                        .orElseGet(Value.Missing::new));
        return new Value.Tree(members);
    }

    private static Value array(Curve curve) {
        List<Value.Real> elements =
                Arrays.stream(curve.toArray()).mapToObj(Value.Real::new).toList();
        return new Value.Array(elements);
    }
}
