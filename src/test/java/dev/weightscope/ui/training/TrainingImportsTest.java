package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.TargetChoice;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.race.TrainingTask;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.ImportHand;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class TrainingImportsTest {
    @TempDir Path folder;
    private OpenWindow open;
    private ImportHand sheet;
    private LabState<TrainingSettings, TrainingAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the training lab's
    void start(Stage stage) {
        open = new OpenWindow(stage, List.of(new SignalLab(), new TrainingLab()));
        state = (LabState<TrainingSettings, TrainingAnswer>) open.tabs.get(1).state();
        open.session.edit(_ -> Experiment.DEFAULT.withDepth(2).withWidth(4));
        state.edit(now -> now.withDraws(1).withPlan(now.plan().withSteps(3)));
    }

    @BeforeEach
    void lookAtTheTraining(FxRobot robot) {
        sheet = new ImportHand(open, robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aFileIsChosenReadAndLearntInOneStepByPinsToo(FxRobot robot) throws IOException {
        robot.interact(() -> {
            open.session.pinCurrent();
            open.session.edit(e -> e.withGain(2));
        });
        open.desktop.choice =
                Files.writeString(
                        folder.resolve("prices.csv"),
                        "x;y;price\n1;2;2,5\n3;1;3,5\n4;7;9\n2;2;4\n");
        press(robot, "#choose-data");
        assertEquals("prices.csv names no target to learn.", sheet.outcome());
        assertFalse(sheet.isUsable());
        sheet.press("Learn price");
        assertEquals("Last column", sheet.picked("Target"));
        assertEquals(
                "; separated, decimal comma, header, 4 rows x 2 columns; left out: price (the"
                        + " target); learns price, a number",
                sheet.outcome());
        Experiment before = open.session.experiment();
        sheet.use();
        open.await(this::isOver);
        TrainingTask task = state.live().answer().orElseThrow().task();
        assertEquals(2, task.features());
        assertEquals(
                task,
                state.outcome(open.session.pins().kept().getFirst())
                        .answered()
                        .orElseThrow()
                        .task());
        assertEquals("prices.csv", shown());
        assertEquals(
                DataReading.DEFAULT.withTarget(new TargetChoice.Last()),
                open.session.experiment().reading());

        press(robot, "#data-reading");
        assertEquals("Last column", sheet.picked("Target"));
        sheet.toggle("x");
        sheet.use();
        open.await(this::isOver);
        assertEquals(1, state.live().answer().orElseThrow().task().features());
        robot.interact(open.session::undo);
        robot.interact(open.session::undo);
        assertEquals(before, open.session.experiment());
        assertEquals("breast-cancer", state.settings().data());
        open.await(this::isOver);
        assertEquals(30, state.live().answer().orElseThrow().task().features());
    }

    @Test
    void whatComesAlongIsLearntAsItIsBesideAFileThatIsTheInput(FxRobot robot) throws IOException {
        Path file =
                Files.writeString(folder.resolve("own.csv"), "a,b,c\n1,2,1\n3,5,0\n2,2,1\n4,4,0\n");
        open.desktop.choice = file;
        press(robot, "#choose-table");
        sheet.pick("Target", "c");
        sheet.use();
        open.await(() -> open.window.readingProperty().get().isEmpty());
        assertEquals(2, open.session.experiment().inputWidth());
        open.await(this::isOver);
        assertEquals(30, state.live().answer().orElseThrow().task().features());
        press(robot, "#choose-data");
        sheet.pick("Target", "b");
        sheet.use();
        assertTrue(open.session.experiment().input() instanceof Input.Table);
        open.await(this::isOver);
        assertEquals(2, state.live().answer().orElseThrow().task().features());
        open.pick("Data set", "Two spirals");
        open.enter("Points", "50");
        open.await(this::isOver);
        assertEquals(50, state.live().answer().orElseThrow().task().rows());
        assertEquals(
                new TargetChoice.Named("b"),
                open.session.experiment().reading().target(),
                "the input is still read so");
    }

    @Test
    void theInputIsReadAsItsExperimentSaysWhereverThatIsChanged(FxRobot robot) throws IOException {
        DataReading some = DataReading.DEFAULT.withColumns(ColumnChoice.parse("1,2"));
        DataTable table = DataTables.read("breast-cancer", some);
        robot.interact(() -> open.session.edit(now -> now.withTable(table, some)));
        open.pick("Data set", "Two circles");
        open.await(this::isOver);
        assertEquals("circles 1000 breast-cancer 569x30", inputAndData());

        DataTable moons = DataTables.read("moons", DataReading.DEFAULT);
        robot.interact(() -> open.session.edit(now -> now.withTable(moons, DataReading.DEFAULT)));
        open.enter("Points", "500");
        open.await(this::isOver);
        assertEquals("circles 500 moons 500x2", inputAndData());
        robot.interact(open.session::undo);
        open.await(this::isOver);
        assertEquals("circles 1000 moons 1000x2", inputAndData(), "one step");

        String own =
                Files.writeString(folder.resolve("own.csv"), "a,b,c\n1,2,1\n3,5,0\n2,2,1\n4,4,0\n")
                        .toString();
        DataTable all = DataTables.read(own, DataReading.DEFAULT);
        robot.interact(() -> open.session.edit(now -> now.withTable(all, DataReading.DEFAULT)));
        open.desktop.choice = Path.of(own);
        press(robot, "#choose-data");
        sheet.pick("Target", "c");
        sheet.use();
        open.await(this::isOver);
        assertEquals(own + " 4 " + own + " 4x2", inputAndData());
    }

    /// What is learnt with its rows, and the input with its size.
    private String inputAndData() {
        return open.session.experiment().input() instanceof Input.Table(var input)
                ? "%s %d %s %dx%d"
                        .formatted(
                                state.settings().data(),
                                state.live().answer().orElseThrow().task().rows(),
                                input.source(),
                                input.rows(),
                                input.columns())
                : "no table";
    }

    @Test
    void nothingIsSaidOfARaceThatNobodyRuns(FxRobot robot) {
        open.await(this::isOver);
        open.await(this::isJudged);
        robot.interact(() -> state.edit(now -> now.withData("no such data")));
        open.await(() -> !isJudged());
        robot.interact(open.session::undo);
        open.await(this::isJudged);
    }

    private boolean isJudged() {
        return open.window.lookup("#race-verdict").getParent().isVisible();
    }

    private void press(FxRobot robot, String id) {
        open.expandAll();
        robot.interact(() -> ((Button) open.window.lookup(id)).fire());
    }

    private String shown() {
        return text(open.choice("Data set"));
    }

    private static <T> String text(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private boolean isOver() {
        return open.window.readingProperty().get().isEmpty()
                && state.live().progress() instanceof Progress.Answered
                && open.session.pins().kept().stream()
                        .noneMatch(pin -> state.outcome(pin) instanceof Outcome.Waiting);
    }
}
