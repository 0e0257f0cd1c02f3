package dev.weightscope.race;

import dev.weightscope.data.DataTables;
import dev.weightscope.data.Dataset;
import dev.weightscope.data.DrawnData;
import dev.weightscope.lab.Question;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Input;
import dev.weightscope.model.Numbers;
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

    private record Kept(String source, DataReading reading, TestSplit split, Read read) {}

    /// A set with how its data was read, in a line.
    record Read(TrainingSet set, String reading) {}

    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such data
    Read of(TrainingSettings settings, DataReading reading) {
        if (kept == null
                || !kept.source.equals(settings.data())
                || !kept.reading.equals(reading)
                || !kept.split.equals(settings.split())) {
            Dataset data = DataTables.dataset(settings.data(), reading);
            kept =
                    new Kept(
                            settings.data(),
                            reading,
                            settings.split(),
                            new Read(
                                    TrainingSet.of(data(settings.data(), data), settings.split()),
                                    text(settings.data(), data, reading)));
        }
        return kept.read;
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

    private static String text(String source, Dataset data, DataReading reading) {
        String drawn =
                DrawnData.withKey(source).isEmpty()
                        ? ""
                        : ", noise %s, data seed %d"
                                .formatted(
                                        Numbers.plain(reading.drawn().noise()),
                                        reading.drawn().seed());
        boolean isReadAsItIs =
                DataTables.keys().contains(source)
                        && reading.withDrawn(DrawnPoints.DEFAULT).equals(DataReading.DEFAULT);
        String form =
                isReadAsItIs
                        ? "%d rows x %d columns"
                                .formatted(data.table().rows(), data.table().columns())
                        : data.table().summary();
        return form + drawn + "; learns " + data.targetText();
    }

    private static TrainingData data(String source, Dataset data) {
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
