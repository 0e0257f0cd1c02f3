package dev.weightscope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ZoomTest {
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theKeysEnlargeLettersAndCharts(FxRobot robot) {
        open.answer();
        Bounds before = place("#presets");
        robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS).push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        open.answer();
        assertEquals(1.25, open.themes.zoom().factorProperty().get());
        assertEquals(1.25 * before.getHeight(), place("#presets").getHeight(), 0.01);
        assertEquals(800, open.window.getWidth(), 0.01, "the content has less room");
        Canvas canvas = (Canvas) open.window.lookup("#histograms").lookup("Canvas");
        Bounds shown = canvas.localToScene(canvas.getLayoutBounds());
        assertEquals(canvas.getWidth(), shown.getWidth(), 0.01, "a pixel for each pixel");
        robot.push(KeyCode.SHORTCUT, KeyCode.MINUS);
        assertEquals(1.1, open.themes.zoom().factorProperty().get());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        assertEquals(before, place("#presets"));
        robot.interact(() -> open.themes.zoom().restore(1.1));
        robot.type(KeyCode.F1);
        assertEquals(13.2, robot.lookup(".key-cap").queryLabeled().getFont().getSize(), 0.1);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theSheetOfKeysIsNoHigherThanTheScreen(FxRobot robot) {
        open.answer();
        robot.interact(() -> open.themes.zoom().restore(2.0));
        robot.type(KeyCode.F1);
        Node sheet = robot.lookup(".shortcut-sheet").query();
        double screen = Screen.getPrimary().getVisualBounds().getHeight();
        assertTrue(sheet.getLayoutBounds().getHeight() > screen, "it has to be scrolled");
        double window = sheet.getScene().getWindow().getHeight();
        assertTrue(window <= screen, () -> window + " on a screen of " + screen);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void menusAndListsAreEnlargedToo(FxRobot robot) {
        open.answer();
        robot.interact(() -> open.themes.zoom().restore(1.5));
        MenuButton menu = (MenuButton) open.window.lookup("#presets");
        robot.interact(menu::show);
        assertEquals(19.5, letters(".menu-item .label"));
        robot.interact(menu::hide);
        ComboBox<?> choice = (ComboBox<?>) open.choice("Activation");
        robot.interact(choice::show);
        assertEquals(19.5, letters(".combo-box-popup .list-cell"));
        robot.interact(choice::hide);
    }

    /// The size of the letters of the first such label outside of the main window.
    private double letters(String selector) {
        return Window.getWindows().stream()
                .filter(window -> !window.equals(open.window.getScene().getWindow()))
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .map(Labeled.class::cast)
                .mapToDouble(label -> label.getFont().getSize())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theContentKeepsTheRoomItNeeds(FxRobot robot) {
        robot.interact(() -> open.themes.zoom().restore(3.0));
        open.answer();
        assertEquals(600, open.window.getWidth(), 0.5);
    }

    @Test
    void aScreenOfManyPixelsThatScalesNothingBeginsLarger() {
        record Measured(double height, double scale, double factor) {}
        List<Measured> screens =
                List.of(
                        new Measured(900, 1, 1),
                        new Measured(1440, 1, 1),
                        new Measured(1600, 1, 1.5),
                        new Measured(2160, 1, 2),
                        new Measured(1080, 2, 1));
        int checked = 0;
        for (Measured screen : screens) {
            Zoom zoom = new Zoom();
            zoom.suit(screen.height, screen.scale);
            assertEquals(screen.factor, zoom.factorProperty().get(), screen.toString());
            zoom.enlarge();
            assertTrue(zoom.factorProperty().get() > screen.factor);
            zoom.reset();
            assertEquals(screen.factor, zoom.factorProperty().get());
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aFactorOfAnEarlierSessionIsBroughtWithinBounds() {
        Zoom zoom = new Zoom();
        zoom.restore(1e9);
        assertEquals(3, zoom.factorProperty().get());
        zoom.restore(-1.0);
        assertEquals(0.75, zoom.factorProperty().get());
        zoom.restore(Double.NaN);
        assertEquals(0.75, zoom.factorProperty().get());
    }

    private Bounds place(String id) {
        return open.window.lookup(id).localToScene(open.window.lookup(id).getLayoutBounds());
    }
}
