package dev.weightscope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weightscope.data.DataTables;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Binning;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Presets;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What is asked of a training while a person looks at the signal of the same experiment.
class TrainingQuestionTest {
    private static final DataReading FEW =
            DataReading.DEFAULT.withDrawn(new DrawnPoints(30, 0.3, 5));

    private final Session session = new Session(Experiment.DEFAULT);
    private final LabState<TrainingSettings, TrainingAnswer> training =
            new LabState<>(session, new TrainingLab());
    private final List<List<Question<TrainingSettings>>> asked = new ArrayList<>();

    @Test
    void whatOnlyTheSignalLooksAtAsksForNothing() {
        session.load(Presets.find("train-spirals"));
        training.enter((questions, _) -> asked.add(questions));
        int pins = session.pins().kept().size();
        TrainingSettings settings = training.settings();
        List<UnaryOperator<Experiment>> changes =
                List.of(
                        e -> e.withSamples(7),
                        e -> e.withInputScale(3),
                        e -> e.withBinning(Binning.DEFAULT.withBins(13)),
                        e -> e.withTable(DataTables.read("moons", FEW), FEW),
                        e -> e.withTable(DataTables.read("breast-cancer"), DataReading.DEFAULT));
        for (UnaryOperator<Experiment> change : changes) {
            session.edit(change);
            assertEquals(session.experiment(), training.live().question().experiment());
        }
        assertEquals(List.of(1 + pins), asked.stream().map(List::size).toList());
        assertEquals(settings, training.settings());
        session.undo();
        session.undo();
        assertEquals(settings, training.settings());
        session.edit(e -> e.withGain(2));
        assertEquals(2, asked.size());
        assertInstanceOf(Progress.Computing.class, training.live().progress());
    }

    @Test
    void whatIsCancelledGoesOnInOneRequest() {
        session.load(Presets.find("train-fifty"));
        training.enter((questions, _) -> asked.add(questions));
        training.cancelAll();
        training.resume();
        assertEquals(List.of(3, 0, 3), asked.stream().map(List::size).toList());
        assertEquals(asked.getFirst(), asked.getLast());
    }

    @Test
    void drawnDataFollowsItsOwnOptionsAlone() {
        session.load(Presets.find("train-spirals"));
        DrawnPoints drawn = reading().drawn();
        session.edit(e -> e.withTable(DataTables.read("moons", FEW), FEW));
        assertEquals(drawn, reading().drawn());
        training.edit(now -> now.withReading(Optional.of(FEW)));
        session.edit(e -> e.withTable(DataTables.read("moons"), DataReading.DEFAULT));
        assertEquals(FEW, reading());
        assertEquals(DataReading.DEFAULT, session.experiment().reading());
    }

    private DataReading reading() {
        return training.settings().readingFor(session.experiment());
    }
}
