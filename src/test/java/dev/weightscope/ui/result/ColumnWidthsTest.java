package dev.weightscope.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ColumnWidthsTest {
    private SummaryCells heads;
    private SummaryCells first;
    private SummaryCells second;

    @Start
    void start(Stage stage) {
        heads = SummaryCells.heads(List.of("a", "b", "gradient growth"));
        first = SummaryCells.of(3);
        second = SummaryCells.of(3);
        VBox rows = new VBox(heads, first, second);
        rows.setFillWidth(false);
        stage.setScene(new Scene(rows, 600, 120));
        stage.show();
    }

    @Test
    void columnsLineUpAndAreAsWideAsWhatTheyHold(FxRobot robot) {
        show(robot, List.of("2", "1.1", "21.8"), List.of("1", "−1.23e−13", "∞"));
        List<Double> widths = widths(first);
        assertEquals(widths, widths(heads));
        assertEquals(widths, widths(second));
        assertEquals(ColumnWidths.LEAST, widths.getFirst(), 1);
        assertTrue(widths.get(1) > widths.getFirst() + 20, widths::toString);
        for (SummaryCells row : List.of(first, second)) {
            for (Node cell : row.getChildren()) {
                Node text = cell.lookup(".text");
                assertEquals(((Label) cell).getText(), ((Text) text).getText());
            }
        }
        Bounds head = heads.getChildren().getLast().getLayoutBounds();
        assertTrue(head.getWidth() < 80, "a head is broken into lines: " + head);
    }

    @Test
    void aLoneTextIsNotCutByTheWidthOfItsColumn(FxRobot robot) {
        SummaryCells narrow = SummaryCells.of(List.of(54.0, 40.0, 20.0));
        robot.interact(() -> {
            ((VBox) heads.getParent()).getChildren().add(narrow);
            narrow.show(List.of("1", "2", "3"));
        });
        Settling.await();
        assertEquals(20, ((Label) narrow.getChildren().getLast()).getWidth(), 1);
        robot.interact(() -> narrow.show(List.of("refused")));
        Settling.await();
        Node text = narrow.getChildren().getLast().lookup(".text");
        assertEquals("refused", ((Text) text).getText());
        robot.interact(() -> narrow.show(List.of("1", "2", "3")));
        Settling.await();
        assertEquals(20, ((Label) narrow.getChildren().getLast()).getWidth(), 1);
    }

    @Test
    void aDigitMoreMovesNothing(FxRobot robot) {
        show(robot, List.of("2", "1.1", "2.5"), List.of("1", "1.2", "3"));
        List<Double> before = widths(first);
        show(robot, List.of("2", "1.1", "21.8"), List.of("1", "1.25", "3"));
        assertEquals(before, widths(first));
    }

    private void show(FxRobot robot, List<String> one, List<String> other) {
        robot.interact(() -> {
            first.show(one);
            second.show(other);
            ColumnWidths.fit(List.of(heads, first, second));
        });
        Settling.await();
    }

    private static List<Double> widths(SummaryCells row) {
        return row.getChildren().stream().map(cell -> cell.getLayoutBounds().getWidth()).toList();
    }
}
