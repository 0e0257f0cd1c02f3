package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Experiment;
import dev.weightscope.run.Answer;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.desktop.NoticeBar;
import dev.weightscope.ui.settings.WindowPlace;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Parts of the window on a stage without the rest of it: where the stage is, news, what stands
/// over the charts.
@WindowTest
class WindowPartsTest {
    private final Session session = new Session(Experiment.DEFAULT);
    private final LabState<SignalSettings, SignalAnswer> signal =
            new LabState<>(session, "signal", new SignalLab().options());
    private Stage stage;
    private CentrePane centre;
    private NoticeBar notices;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        centre =
                new CentrePane(
                        session,
                        signal,
                        new SimpleObjectProperty<>(Palette.LIGHT),
                        new SimpleBooleanProperty(),
                        _ -> {});
        notices = new NoticeBar();
        VBox.setVgrow(centre, Priority.ALWAYS);
        stage.setScene(new Scene(new VBox(centre, notices), 800, 600));
        stage.show();
    }

    @Test
    void aRefusedFirstExperimentIsRefusedAndNotBeingComputed(FxRobot robot) {
        assertTrue(isShowing("Computing the first answer…"));
        robot.interact(() ->
                signal.accept(new Answer.Refused<>(signal.live().question(), "it is too large")));
        assertFalse(isShowing("Computing the first answer…"));
        assertTrue(isShowing("It is too large."));
    }

    @Test
    void theNewestNewsIsSaidAndWhatIsUnreadComesBack(FxRobot robot) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> {
            notices.tell("one");
            notices.tell("two", "Do it", () -> done.add("it"));
        });
        assertEquals("two", notices.said());
        robot.interact(() -> button("Do it").fire());
        assertEquals(List.of("it"), done);
        assertEquals("", notices.said());
        robot.interact(() -> {
            notices.warn("damaged");
            List.of("a", "b", "c", "b", "gone").forEach(notices::complain);
            notices.tell("opened");
            notices.tell("opened another");
            notices.takeBack("gone");
        });
        assertEquals(List.of("opened another", "b", "c", "a", "damaged"), said(robot));
        robot.interact(() -> {
            notices.warn("damaged");
            List.of("a", "b", "c", "d", "e", "f").forEach(notices::complain);
        });
        assertEquals(List.of("f", "e", "d", "c", "b", "damaged"), said(robot), "not the oldest");
        robot.interact(() -> {
            notices.complain("a");
            notices.tell("b", "Undo", () -> notices.tell("undone"));
            button("Undo").fire();
        });
        assertEquals(List.of("undone", "a"), said(robot));
        robot.interact(() -> {
            notices.tell("opened");
            notices.takeBack("opened");
        });
        assertEquals(List.of(), said(robot));
    }

    /// What is said, one after the other, when each is closed.
    private List<String> said(FxRobot robot) {
        List<String> said = new ArrayList<>();
        while (!notices.said().isEmpty()) {
            said.add(notices.said());
            robot.interact(() -> button("").fire());
        }
        return said;
    }

    @Test
    void theStageIsWhereItWasAsFarAsThereIsAScreen(FxRobot robot) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        List<WindowPlace> told = new ArrayList<>();
        robot.interact(() -> {
            StagePlace first = new StagePlace(stage, null, 1);
            assertEquals(WindowPlace.in(screen, 1), first.now());
            StagePlace far =
                    new StagePlace(stage, new WindowPlace(99_999, 40, 1000, 700, false), 1);
            assertEquals(
                    new WindowPlace(99_999, 40, 1000, 700, false).within(List.of(screen)),
                    far.now());
            far.onChange(() -> told.add(far.now()));
            stage.setWidth(1010);
        });
        Settling.await();
        assertEquals(1010, told.getLast().width());
        WindowPlace normal = new WindowPlace(5, 6, 1001, 702, true).within(List.of(screen));
        robot.interact(() -> {
            StagePlace maximized = new StagePlace(stage, normal, 1);
            assertTrue(stage.isMaximized());
            assertEquals(normal, maximized.now(), "where it returns to");
            stage.setMaximized(false);
        });
    }

    private Button button(String text) {
        return notices.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(text) && each.isVisible())
                .findFirst()
                .orElseThrow();
    }

    private boolean isShowing(String text) {
        for (Node each : centre.lookupAll(".label")) {
            if (each instanceof Labeled label && label.getText().equals(text)) {
                return each.isVisible() && each.getParent().isVisible();
            }
        }
        return false;
    }
}
