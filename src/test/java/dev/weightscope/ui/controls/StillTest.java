package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.testing.WindowTest;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class StillTest {
    private Label number;
    private HBox line;
    private Still still;
    private Label below;
    private Label sentence;
    private VBox box;

    @Start
    void start(Stage stage) {
        number = new Label("1.0");
        line = new HBox(number);
        still = new Still(line);
        below = new Label("below");
        sentence = new Label("short");
        box = new VBox(still, below, new Still(sentence));
        stage.setScene(new Scene(box, 300, 100));
        stage.show();
    }

    @Test
    void aTextThatChangesLaysOutItsPartAlone(FxRobot robot) {
        robot.interact(() -> {
            number.setText("1.23456");
            assertTrue(line.isNeedsLayout());
            assertFalse(still.isNeedsLayout());
            assertFalse(box.isNeedsLayout());
            box.layout();
            assertFalse(line.isNeedsLayout());
            assertEquals(Math.ceil(number.prefWidth(-1)), number.getWidth());
        });
    }

    @Test
    void aLabelThatGetsALongerTextIsNotCutOffWhereThereIsRoom(FxRobot robot) {
        robot.interact(() -> {
            sentence.setText("longer than it was before");
            box.layout();
            assertTrue(sentence.getWidth() >= sentence.prefWidth(-1));
        });
    }

    @Test
    void aPartThatHasGrownIsMeasuredAnewWhereThatIsAskedFor(FxRobot robot) {
        robot.interact(() -> {
            number.setText("1\n2");
            still.requestLayout();
            box.layout();
            assertEquals(Math.ceil(number.prefHeight(-1)), still.getHeight());
            assertEquals(still.getHeight(), below.getLayoutY());
        });
    }
}
