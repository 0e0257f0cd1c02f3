package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import dev.weightscope.ui.testing.Clicks;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.ui.theme.Themes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class NumberSliderTest {
    private final List<Double> asked = new ArrayList<>();
    private NumberSlider row;
    private Themes themes;
    private Experiment experiment = Experiment.DEFAULT;

    @Start
    void start(Stage stage) {
        row =
                new NumberSlider(
                        "Depth",
                        new NumberRange(new WholeNumber(1, 1000, SliderRange.linear(1, 200)), 10),
                        this::grant);
        row.setMarks(List.of(new Mark(50, "fifty", "", "Half a hundred")));
        row.show(10);
        themes = new Themes();
        stage.setScene(new Scene(new VBox(row), 400, 120));
        stage.sizeToScene(); // all tests share one stage, which keeps the size of the one before
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(themes::close);
    }

    private void grant(double wanted) {
        asked.add(wanted);
        experiment = experiment.withDepth((int) wanted);
        row.show(experiment.depth());
    }

    @Test
    void enterCommitsWhatIsTyped(FxRobot robot) {
        type(robot, "64\n");
        assertEquals(List.of(64.0), asked);
        assertEquals("64", field(robot).getText());
        assertEquals(63 / 199.0, slider(robot).getValue(), 1e-9);
    }

    @Test
    void linesThatArePastedStayApart(FxRobot robot) {
        robot.interact(() -> field(robot).replaceText(0, field(robot).getLength(), "64\n"));
        assertEquals("64", field(robot).getText());
        robot.interact(() -> field(robot).replaceText(0, field(robot).getLength(), "12\r\n34\n"));
        assertEquals("12 34", field(robot).getText());
    }

    @Test
    void aMarkNearTheLeftEndIsNotCutOff(FxRobot robot) {
        robot.interact(() -> {
            row.setMarks(
                    List.of(
                            new Mark(2, "two,", "a long name", "Near the end"),
                            new Mark(190, "last", "", "Near the other")));
            row.applyCss();
            row.layout();
        });
        Settling.await();
        assertEquals(
                List.of(true, true),
                row.lookupAll(".mark").stream()
                        .map(mark -> mark.getBoundsInParent().getMinX() >= 0)
                        .toList());
    }

    @Test
    void aMarkIsItsNumberOrNothingWhereTheNextOneIsClose(FxRobot robot) {
        record Case(int second, String first) {}
        List<Case> cases =
                List.of(new Case(190, "7 critical"), new Case(50, "7"), new Case(14, ""));
        for (Case each : cases) {
            robot.interact(() -> {
                row.setMarks(
                        List.of(
                                new Mark(7, "7", "critical", "Near the end"),
                                new Mark(each.second, "later", "", "Somewhere")));
                row.applyCss();
                row.layout();
            });
            Settling.await();
            List<Button> marks = row.lookupAll(".mark").stream().map(Button.class::cast).toList();
            assertEquals(
                    List.of(each.first, "later"), marks.stream().map(Button::getText).toList());
            assertTrue(
                    marks.getFirst().getBoundsInParent().getMaxX()
                            <= marks.getLast().getBoundsInParent().getMinX(),
                    each.toString());
        }
        assertEquals(3, cases.size());
    }

    @Test
    void theFieldGoesBeyondTheSlider(FxRobot robot) {
        type(robot, "777\n");
        assertEquals(777, row.value());
        assertEquals(1, slider(robot).getValue());
    }

    @Test
    void nonsenseGetsASentenceAndTheOldValueStays(FxRobot robot) {
        type(robot, "abc\n");
        assertEquals(
                "Depth \"abc\" is not a whole number; write for example 40.",
                message(robot).getText());
        assertTrue(message(robot).isVisible());
        assertEquals(10, row.value());
        type(robot, "5000\n");
        assertEquals("Depth 5000 is outside 1..1000.", message(robot).getText());
        assertEquals(10, row.value());
    }

    @Test
    void escapeRestoresTheNumberInForce(FxRobot robot) {
        type(robot, "abc\n");
        robot.type(KeyCode.ESCAPE);
        assertEquals("10", field(robot).getText());
        assertTrue(!message(robot).isVisible());
    }

    @Test
    void leavingTheFieldCommits(FxRobot robot) {
        type(robot, "33");
        robot.interact(() -> slider(robot).requestFocus());
        assertEquals(33, row.value());
    }

    @Test
    void arrowAndPageKeysStep(FxRobot robot) {
        robot.interact(() -> slider(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
        assertEquals(List.of(11.0, 12.0, 11.0, 21.0, 11.0), asked);
        robot.type(KeyCode.END, KeyCode.HOME);
        assertEquals(List.of(200.0, 1.0), asked.subList(5, 7));
    }

    @Test
    void arrowKeysStepInTheFieldToo(FxRobot robot) {
        robot.clickOn(field(robot)).type(KeyCode.UP, KeyCode.PAGE_DOWN);
        assertEquals(List.of(11.0, 1.0), asked);
    }

    @Test
    void aDragAsksForEveryValueOnItsWay(FxRobot robot) {
        robot.drag(".thumb").moveBy(30, 0).moveBy(30, 0).drop();
        assertTrue(asked.size() >= 2, asked.toString());
        assertEquals(asked.stream().sorted().toList(), asked);
        assertEquals(row.value(), asked.getLast());
        assertTrue(row.value() > 40, "dragged to " + row.value());
    }

    @Test
    void aDoubleClickReturnsToTheDefaultAlsoJustAfterAnotherClick(FxRobot robot) {
        for (int[] counts : List.of(new int[] {1, 2}, new int[] {2, 3})) {
            robot.interact(() -> row.show(120));
            Clicks.on(slider(robot).lookup(".track"), counts);
            assertEquals(10, row.value());
        }
    }

    @Test
    void aMarkIsClicked(FxRobot robot) {
        robot.clickOn("fifty");
        assertEquals(List.of(50.0), asked);
    }

    private static void type(FxRobot robot, String text) {
        robot.clickOn(".text-field");
        robot.interact(() -> field(robot).selectAll());
        robot.write(text);
    }

    private static CommitField field(FxRobot robot) {
        return robot.lookup(".text-field").queryAs(CommitField.class);
    }

    private static Slider slider(FxRobot robot) {
        return robot.lookup(".slider").queryAs(Slider.class);
    }

    private static Label message(FxRobot robot) {
        return robot.lookup(".message").queryAs(Label.class);
    }
}
