package dev.weightscope.race;

import dev.weightscope.data.DataTables;
import dev.weightscope.data.Dataset;
import dev.weightscope.lab.Question;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Input;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data that settings name; the last is kept, since all runs of a race are on the same. For use
/// by one thread at a time.
final class TrainingSets {
    private @Nullable Kept kept;

    private record Kept(String source, DataReading reading, TestSplit split, TrainingSet set) {}

    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such data
    TrainingSet of(TrainingSettings settings, DataReading reading) {
        if (kept == null
                || !kept.source.equals(settings.data())
                || !kept.reading.equals(reading)
                || !kept.split.equals(settings.split())) {
            kept =
                    new Kept(
                            settings.data(),
                            reading,
                            settings.split(),
                            TrainingSet.of(read(settings.data(), reading), settings.split()));
        }
        return kept.set;
    }

    /// How the data of a question is read: as its experiment says, but what comes with the program
    /// is read as it is where that is about the experiment's own file.
    static DataReading reading(Question<TrainingSettings> question) {
        DataReading said = question.experiment().reading();
        List<String> keys = DataTables.keys();
        return keys.contains(question.settings().data())
                        && question.experiment().input() instanceof Input.Table(var table)
                        && !keys.contains(table.source())
                ? DataReading.DEFAULT.withDrawn(said.drawn())
                : said;
    }

    private static TrainingData read(String source, DataReading reading) {
        Dataset data = DataTables.dataset(source, reading);
        return new TrainingData(
                source,
                data.table().columns(),
                data.values(),
                switch (data.target()) {
                    case Dataset.Target.Classes(var labels, var classes) ->
                            new Target.Classes(labels.size(), classes);
                    case Dataset.Target.Values(var values) -> new Target.Numbers(floats(values));
                });
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    void rest() {
        kept = null;
    }
}
