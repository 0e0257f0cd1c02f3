package dev.weightscope.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.GainSearch;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Numbers;
import dev.weightscope.theory.Gains;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The gains that are measured: when, and what becomes of them.
@WindowTest
class FindGainTest {
    private static final Experiment RELU =
            OpenWindow.SMALL.withActivation(
                    OpenWindow.SMALL.activation().withFunction(ActivationFunction.RELU));

    private OpenWindow open;
    private MenuButton find;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
        find = (MenuButton) open.window.lookup("#find-gain");
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theOpenMenuMeasuresAllThreeAndChoosingOneIsOneStep(FxRobot robot) {
        robot.interact(() -> open.session.edit(_ -> RELU));
        open.answer();
        List<String> measuring = texts("measuring …", "measuring …", "measuring …");
        assertEquals(measuring, measured(), "nobody has asked yet");
        robot.interact(find::show);
        open.await(() -> measured().stream().noneMatch(text -> text.endsWith("…")));
        Map<GainGoal, Double> expected = new EnumMap<>(GainGoal.class);
        try (Kernel kernel = Kernels.scalar(2)) {
            for (GainGoal goal : GainGoal.values()) {
                double start = Gains.answer(RELU, goal).gainOr(1);
                expected.put(
                        goal,
                        new GainSearch(new Engine(kernel))
                                .find(RELU, goal, start, Cancellation.NEVER)
                                .gainOr(Double.NaN));
            }
        }
        assertEquals(
                texts(
                        expected.values().stream()
                                .map(gain -> Numbers.significant(gain, 4))
                                .toArray(String[]::new)),
                measured());
        for (GainGoal goal : GainGoal.values()) {
            robot.interact(() -> item(goal).fire());
            assertEquals(expected.get(goal), open.session.experiment().gain());
            robot.interact(open.session::undo);
            assertEquals(RELU, open.session.experiment());
        }
        robot.interact(find::hide);
        robot.interact(() -> open.session.edit(e -> e.withGain(3)));
        assertTrue(measured().stream().noneMatch(text -> text.endsWith("…")), "gain is no matter");
        robot.interact(open.session::drawAnew);
        assertEquals(measuring, measured(), "other draws have other gains");
    }

    @Test
    void oneChosenBeforeItIsKnownIsSetWhenItIs(FxRobot robot) {
        robot.interact(() -> open.session.edit(_ -> RELU));
        robot.interact(() -> {
            find.show();
            item(GainGoal.STD).fire();
            find.hide();
            assertEquals("Measuring …", find.getText());
        });
        open.await(() -> open.session.experiment().gain() != 1);
        assertEquals("Find", find.getText());
        assertEquals(
                texts(
                        "measuring …",
                        Numbers.significant(open.session.experiment().gain(), 4),
                        "measuring …"),
                measured(),
                "of those that nobody waits for none is measured");
    }

    @Test
    void whatIsWaitedForEndsWithEscapeAndWithAnotherChoice(FxRobot robot) {
        Experiment large = RELU.withDepth(100).withWidth(400).withSamples(1000);
        robot.interact(() -> open.session.edit(_ -> large));
        robot.interact(() -> item(GainGoal.GRADIENT).fire());
        assertEquals("Measuring …", find.getText());
        assertTrue(open.isShowing("Measuring the gain that holds the RMS of the gradient … (Esc:"));
        robot.type(KeyCode.ESCAPE);
        assertEquals("Find", find.getText());
        robot.interact(() -> item(GainGoal.STD).fire());
        assertEquals("Measuring …", find.getText());
        robot.interact(() -> open.session.edit(_ -> RELU.withGain(2)));
        assertEquals("Find", find.getText());
        // One piece of work after another: this comes after what was given up.
        robot.interact(find::show);
        open.await(() -> measured().stream().noneMatch(text -> text.endsWith("…")));
        assertEquals(RELU.withGain(2), open.session.experiment());
        robot.interact(find::hide);
    }

    @Test
    void whereThereIsNoneTheReasonIsANoticeAndStandsInTheMenu(FxRobot robot) {
        Experiment normalized = RELU.withNormalization(Normalization.RMS);
        robot.interact(() -> open.session.edit(_ -> normalized));
        robot.interact(() -> item(GainGoal.SECOND_MOMENT).fire());
        List<String> reason = List.of("No gain changes the signal: RMS norm divides it out again.");
        open.await(() -> open.notices.told.equals(reason));
        assertEquals(texts("none", "measuring …", "measuring …"), measured());
        assertEquals(
                List.of(true, false, false),
                Arrays.stream(GainGoal.values()).map(goal -> item(goal).isDisable()).toList());
        MenuItem last = find.getItems().getLast();
        assertEquals(reason, List.of(last.getText()));
        assertTrue(last.isDisable());
        assertEquals(normalized, open.session.experiment());
    }

    private MenuItem item(GainGoal goal) {
        return find.getItems().stream()
                .filter(item -> ("measure-" + goal.key()).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// Those below the separator and its heading.
    private List<String> measured() {
        return find.getItems().stream()
                .dropWhile(item -> !(item instanceof SeparatorMenuItem))
                .filter(item -> item.getId() != null)
                .map(MenuItem::getText)
                .toList();
    }

    /// @param answers for each goal, in their order
    private static List<String> texts(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        return Arrays.stream(GainGoal.values())
                .map(goal -> "Hold %s: %s".formatted(goal.noun(), next.next()))
                .toList();
    }
}
