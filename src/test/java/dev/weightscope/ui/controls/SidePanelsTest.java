package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.testing.WindowTest;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SidePanelsTest {
    private ScrollPane panel;
    private VBox content;

    @Start
    void start(Stage stage) {
        panel = new ScrollPane();
        content = new VBox(new Label("one"), new Label("two"));
        SidePanels.scroll(panel, content);
        stage.setScene(new Scene(panel, 300, 100));
        stage.sizeToScene(); // all tests share one stage, which keeps the size of the one before
        stage.show();
    }

    @Test
    void theContentIsAsWideAsThePanelAndNotPaintedAsAWhole() {
        assertEquals(
                panel.getWidth() - panel.snappedLeftInset() - panel.snappedRightInset(),
                content.getWidth());
        assertFalse(panel.lookup(".viewport").isCache());
    }

    /// The scroll bar lies over some of the content's width, which is no way to scroll.
    @Test
    void onlyTheHeightIsScrolled(FxRobot robot) {
        robot.interact(() -> {
            content.setMinHeight(1000);
            panel.applyCss();
            panel.layout();
            panel.requestFocus();
        });
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
        Bounds seen = content.localToScene(content.getLayoutBounds());
        assertEquals(panel.snappedLeftInset(), seen.getMinX(), 1e-9);
        assertTrue(seen.getMinY() < 0, seen::toString);
    }
}
