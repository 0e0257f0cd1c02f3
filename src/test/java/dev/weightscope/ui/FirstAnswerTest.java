package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@WindowTest
class FirstAnswerTest {
    @Test
    void itSaysWhyThereAreNoChartsAndNothingOverCharts(FxRobot robot) {
        record Case(Progress progress, String said) {}
        List<Case> cases =
                List.of(
                        new Case(new Progress.Computing(), "Computing the first answer…"),
                        new Case(new Progress.Refining(), "Computing the first answer…"),
                        new Case(new Progress.Cancelled(), "Cancelled before the first answer."),
                        new Case(new Progress.Refused("it is too large"), ""),
                        new Case(new Progress.Answered(), ""));
        robot.interact(() -> {
            FirstAnswer first = new FirstAnswer();
            for (Case each : cases) {
                first.show(false, each.progress);
                assertEquals(each.said, first.getText());
                assertEquals(!each.said.isEmpty(), first.isVisible(), each::toString);
                first.show(true, each.progress);
                assertEquals(false, first.isVisible(), each::toString);
            }
        });
    }
}
