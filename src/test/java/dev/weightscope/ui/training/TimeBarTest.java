package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.ui.testing.WindowTest;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class TimeBarTest {
    private final StepClock clock = new StepClock();
    private TimeBar bar;

    @Start
    void start(Stage stage) {
        bar = new TimeBar(clock, () -> {}, () -> {});
        stage.setScene(new Scene(bar, 700, 40));
        stage.show();
    }

    @Test
    void theThumbStandsAtAStepThatThereIs(FxRobot robot) {
        Slider slider = (Slider) Objects.requireNonNull(bar.lookup("#time"));
        robot.interact(() -> {
            clock.span(200, 150);
            assertEquals(0.75, slider.getValue());
            slider.setValue(1);
            assertEquals(0.75, slider.getValue(), "later steps are not there yet");
            assertEquals(150, clock.stepProperty().get());
            slider.setValue(0.2512);
            assertEquals(0.25, slider.getValue(), "no step is between 50 and 51");
            assertEquals(50, clock.stepProperty().get());
            clock.span(200, 180);
            assertEquals(0.25, slider.getValue());
            slider.setValue(0.95);
            clock.span(200, 200);
            assertEquals(1, slider.getValue(), "at the end it follows");
        });
    }
}
