package dev.weightscope.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Where names do not fit, what tells them apart does.
@WindowTest
class NameLabelTest {
    private static final List<String> NAMES =
            List.of("Xavier uniform, gain 1.467", "Xavier uniform, gain 1.467, batch norm");

    private NameLabel label;
    private HBox row;

    @Start
    void start(Stage stage) {
        label = new NameLabel();
        row = new HBox(label);
        stage.setScene(new Scene(new HBox(row), 600, 40));
        stage.show();
    }

    @Test
    void theWholeNameStandsWhereItFits(FxRobot robot) {
        assertEquals(NAMES.getLast(), shown(robot, 500));
        assertEquals("…batch norm", shown(robot, 90));
        assertEquals(NAMES.getLast(), shown(robot, 500));
    }

    @Test
    void whatIsStillTooLongKeepsItsEnd(FxRobot robot) {
        robot.interact(() -> {
            row.setMinWidth(110);
            row.setMaxWidth(110);
            HBox.setHgrow(label, Priority.ALWAYS);
            label.show("Orthogonal, gain 1.024", List.of("Orthogonal, gain 1.024"));
            row.getScene().getRoot().layout();
        });
        Settling.await();
        String painted = ((Text) Objects.requireNonNull(label.lookup(".text"))).getText();
        assertTrue(painted.startsWith("Ortho") && painted.endsWith("1.024"), painted);
        assertTrue(painted.length() < label.getText().length(), painted);
    }

    private String shown(FxRobot robot, double width) {
        robot.interact(() -> {
            row.setMinWidth(width);
            row.setMaxWidth(width);
            HBox.setHgrow(label, Priority.ALWAYS);
            label.show(NAMES.getLast(), NAMES);
            row.getScene().getRoot().layout();
        });
        Settling.await();
        return label.getText();
    }
}
