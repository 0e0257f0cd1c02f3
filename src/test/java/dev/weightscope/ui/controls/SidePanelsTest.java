package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weightscope.ui.testing.WindowTest;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
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
}
