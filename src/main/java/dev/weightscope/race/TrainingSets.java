package dev.weightscope.race;

import dev.weightscope.data.DataTables;
import dev.weightscope.data.DataVersion;
import dev.weightscope.data.Dataset;
import dev.weightscope.data.DrawnData;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingMemory;
import dev.weightscope.training.TrainingSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The data that settings name, kept for as long as somebody asks for them, since all runs of a
/// race are on the same: another split does not read them again. For use by one thread at a time.
public final class TrainingSets {
    private final Map<DataVersion, Kept> kept = new LinkedHashMap<>();

    private record Kept(TestSplit split, Read read) {
        MemoryNeed.Part need() {
            TrainingData data = read.set.data();
            return TrainingMemory.ofData(data.rows(), data.features());
        }
    }

    /// A set with how its data was read, in a line.
    public record Read(TrainingSet set, String reading) {}

    /// Lets go of what none of these questions asks for.
    public void keepFor(List<Question<TrainingSettings>> questions) {
        Set<DataVersion> asked = new HashSet<>();
        for (Question<TrainingSettings> question : questions) {
            try {
                asked.add(version(question));
            } catch (Refusal _) {
                // Whoever asks for it is told so by #of.
            }
        }
        kept.keySet().retainAll(asked);
    }

    /// What is kept takes so much.
    public List<MemoryNeed.Part> needs() {
        return kept.values().stream().map(Kept::need).toList();
    }

    /// @param room told what more is going to be kept, if it is; refuses where there is no room
    /// @throws Refusal in one sentence, if there is no such data
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    public Read of(
            Question<TrainingSettings> question,
            Consumer<MemoryNeed.Part> room,
            Cancellation cancellation) {
        DataVersion version = version(question);
        TestSplit split = question.settings().split();
        Kept found = kept.get(version);
        if (found != null && found.split.equals(split)) {
            return found.read;
        }
        Read read =
                found == null
                        ? read(question.settings(), reading(question), room, cancellation)
                        : new Read(
                                TrainingSet.of(found.read.set.data(), split, cancellation),
                                found.read.reading);
        kept.put(version, new Kept(split, read));
        return read;
    }

    private static Read read(
            TrainingSettings settings,
            DataReading reading,
            Consumer<MemoryNeed.Part> room,
            Cancellation cancellation) {
        Dataset data = DataTables.dataset(settings.data(), reading, cancellation);
        room.accept(TrainingMemory.ofData(data.table().rows(), data.table().columns()));
        return new Read(
                TrainingSet.of(data(settings.data(), data), settings.split(), cancellation),
                text(settings.data(), data, reading));
    }

    /// Equal as long as the data that settings name are the same.
    ///
    /// @throws Refusal in one sentence, if there is no such data
    public static DataVersion version(Question<TrainingSettings> question) {
        return DataTables.version(question.settings().data(), reading(question));
    }

    static DataReading reading(Question<TrainingSettings> question) {
        return question.settings().readingFor(question.experiment());
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
                    case Dataset.Target.Values(var values, _) -> new Target.Numbers(values);
                });
    }

    /// Lets go of all.
    public void rest() {
        kept.clear();
    }
}
