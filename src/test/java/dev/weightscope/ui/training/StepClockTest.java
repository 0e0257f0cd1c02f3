package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepClockTest {
    private final StepClock clock = new StepClock();

    @Test
    void itFollowsWhatGrowsUntilItIsMovedBackAndAgainFromTheEnd() {
        clock.span(100, 10);
        assertEquals(10, clock.stepProperty().get());
        clock.span(100, 20);
        assertEquals(20, clock.stepProperty().get());
        clock.goTo(5);
        clock.span(100, 30);
        assertEquals(5, clock.stepProperty().get());
        clock.goTo(1000);
        assertEquals(30, clock.stepProperty().get());
        clock.span(100, 40);
        assertEquals(40, clock.stepProperty().get());
    }

    @Test
    void itIsNeverBeyondWhatThereIs() {
        clock.span(100, 50);
        clock.goTo(40);
        clock.span(100, 3);
        assertEquals(3, clock.stepProperty().get());
        clock.span(100, 30);
        assertEquals(30, clock.stepProperty().get(), "on its way back to 40");
        clock.span(100, 60);
        assertEquals(40, clock.stepProperty().get());
        clock.span(100, 3);
        clock.forward(-7);
        assertEquals(0, clock.stepProperty().get());
        clock.span(20, 30);
        clock.goTo(30);
        assertEquals(20, clock.stepProperty().get());
    }
}
