package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weightscope.data.DataTables;
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
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
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
                        + " target); learns price, a number, standardized",
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
                Optional.of(DataReading.DEFAULT.withTarget(new TargetChoice.Last())),
                state.settings().reading());
        assertEquals(before, open.session.experiment(), "the start is as it was");

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
    void theInputAndWhatIsLearntAreReadEachInItsOwnWay(FxRobot robot) throws IOException {
        Path file =
                Files.writeString(folder.resolve("own.csv"), "a,b,c\n1,2,1\n3,5,0\n2,2,1\n4,4,0\n");
        open.desktop.choice = file;
        press(robot, "#choose-table");
        sheet.pick("Target", "c");
        sheet.use();
        open.await(() -> open.window.readingProperty().get().isEmpty());
        open.await(this::isOver);
        assertEquals("breast-cancer 569 " + file + " 4x2", inputAndData(), "as it comes along");
        press(robot, "#choose-data");
        sheet.pick("Target", "b");
        sheet.toggle("a");
        sheet.use();
        open.await(this::isOver);
        assertEquals(1, state.live().answer().orElseThrow().task().features());
        assertEquals(file + " 4 " + file + " 4x2", inputAndData());
        assertEquals(new TargetChoice.Named("c"), open.session.experiment().reading().target());

        open.pick("Input", "Standard normal");
        open.await(this::isOver);
        assertEquals(1, state.live().answer().orElseThrow().task().features());
        assertEquals(
                Optional.of(new TargetChoice.Named("b")),
                state.settings().reading().map(DataReading::target));

        DataTable moons = DataTables.read("moons", DataReading.DEFAULT);
        robot.interact(() -> open.session.edit(now -> now.withTable(moons, DataReading.DEFAULT)));
        open.pick("Data set", "Two spirals");
        open.enter("Points", "50");
        open.await(this::isOver);
        assertEquals("spirals 50 moons 1000x2", inputAndData());
        robot.interact(open.session::undo);
        open.await(this::isOver);
        assertEquals("spirals 1000 moons 1000x2", inputAndData(), "one step");
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
