package dev.weightscope.race;

import dev.weightscope.data.ClassTargets;
import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataTable;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The data that settings name; the last is kept, since all runs of a race are on the same. For use
/// by one thread at a time.
final class TrainingSets {
    private @Nullable Kept kept;

    private record Kept(String source, TestSplit split, TrainingSet set) {}

    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such data
    TrainingSet of(TrainingSettings settings) {
        if (kept == null
                || !kept.source.equals(settings.data())
                || !kept.split.equals(settings.split())) {
            kept =
                    new Kept(
                            settings.data(),
                            settings.split(),
                            TrainingSet.of(read(settings.data()), settings.split()));
        }
        return kept.set;
    }

    private static TrainingData read(String source) {
        int[] classes = ClassTargets.read(source);
        DataTable table = DataTables.read(source);
        float[] values = new float[table.rows() * table.columns()];
        table.copyValues(0, values.length, values);
        return new TrainingData(
                source,
                table.columns(),
                values,
                new Target.Classes(Arrays.stream(classes).max().orElseThrow() + 1, classes));
    }

    void rest() {
        kept = null;
    }
}
