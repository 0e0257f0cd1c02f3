package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Letters in a list of things.
@WindowTest
class TypeAheadTest {
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
    void aLetterGoesToTheNextThatBeginsWithIt(FxRobot robot) {
        ComboBox<?> box = open.choice("Activation");
        robot.interact(box::requestFocus);
        robot.type(KeyCode.R);
        assertEquals(ActivationFunction.RELU, chosen());
        List<ActivationFunction> reached = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            robot.type(KeyCode.S);
            reached.add(chosen());
        }
        assertEquals(
                List.of(
                        ActivationFunction.SELU,
                        ActivationFunction.SILU,
                        ActivationFunction.SOFTPLUS),
                reached.stream().sorted().toList(),
                "from one to the next");
        robot.type(KeyCode.Q);
        assertEquals(reached.getLast(), chosen(), "nothing begins so");
        robot.interact(box::show);
        robot.type(KeyCode.R);
        assertEquals(ActivationFunction.RELU, chosen(), "in the open list too");
        robot.interact(box::hide);
    }

    /// A letter that is a command does what it does everywhere, until the list is open.
    @Test
    void aLetterOfACommandIsTheListsWhereThatIsOpen(FxRobot robot) {
        open.answer();
        ComboBox<?> box = open.choice("Activation");
        ActivationFunction before = chosen();
        robot.interact(box::requestFocus);
        robot.type(KeyCode.P);
        assertEquals(1, open.session.pins().kept().size());
        open.pick("Activation", "ReLU");
        robot.interact(box::show);
        robot.type(KeyCode.P);
        assertEquals(1, open.session.pins().kept().size(), "another setting, and not pinned");
        assertEquals(ActivationFunction.RELU, chosen(), "nothing begins so");
        robot.interact(box::hide);
        robot.type(KeyCode.P);
        assertEquals(2, open.session.pins().kept().size());
        assertNotEquals(before, chosen());
    }

    private ActivationFunction chosen() {
        return open.session.experiment().activation().function();
    }
}
