package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SegmentsTest {
    private static final List<String> WORDS = List.of("one", "two", "three");

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @Test
    void whatIsChosenBeforeTheyAreShownIsTheOnlyOneSelected(FxRobot robot) {
        int checked = 0;
        for (String first : WORDS) {
            for (String then : WORDS) {
                ObjectProperty<String> chosen = new SimpleObjectProperty<>(first);
                SegmentedButton segments =
                        Segments.of(
                                WORDS,
                                chosen,
                                word -> new Segments.Name(word, word, "Choose " + word));
                chosen.set(then);
                robot.interact(() -> {
                    stage.setScene(new Scene(segments));
                    stage.show();
                    segments.applyCss();
                    segments.layout();
                });
                assertEquals(
                        List.of(then),
                        segments.getButtons().stream()
                                .filter(ToggleButton::isSelected)
                                .map(ToggleButton::getText)
                                .toList(),
                        first + ", then " + then);
                assertEquals(then, chosen.get());
                checked++;
            }
        }
        assertEquals(9, checked);
    }
}
