package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.testing.OpenWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Nothing moves but the data.
@ExtendWith(ApplicationExtension.class)
class StillnessTest {
    private static final int STEPS = 12;

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
    void duringADragEveryControlOnTheLeftAndEveryChartStaysWhereItWas(FxRobot robot) {
        robot.interact(() -> {
            open.stage.setWidth(1300);
            open.stage.setHeight(900);
        });
        open.expandAll();
        open.answer();
        int checked = 0;
        for (String name : List.of("Gain", "Depth", "Width", "Samples")) {
            Experiment before = open.session.experiment();
            Slider slider = open.slider(name);
            robot.interact(open.session::beginGesture);
            robot.interact(() -> slider.setValue(0.5));
            Map<String, Bounds> places = places();
            assertTrue(places.size() > 40, places.keySet()::toString);
            for (int step = 0; step <= STEPS; step++) {
                double position = 0.9 * step / STEPS;
                // Sizes that are computed at once: widths and samples of thousands take minutes.
                double share = name.equals("Width") || name.equals("Samples") ? 0.5 : 1;
                robot.interact(() -> slider.setValue(position * share));
                open.answer();
                Map<String, Bounds> now = places();
                assertEquals(places.keySet(), now.keySet(), name + " at " + position);
                now.entrySet().removeAll(places.entrySet());
                assertEquals(Map.of(), now, name + " at " + position);
                checked++;
            }
            robot.interact(() -> {
                open.session.endGesture();
                open.session.edit(_ -> before);
            });
        }
        assertEquals(4 * (STEPS + 1), checked);
    }

    private Map<String, Bounds> places() {
        Map<String, Bounds> places = new LinkedHashMap<>();
        int number = 0;
        for (Node node : open.window.lookupAll("*")) {
            // The results' buttons stand below a list that grows with the pins.
            boolean counts =
                    (node instanceof Control && !(node instanceof Label))
                            || node instanceof ChartCanvas;
            if (counts && isInSight(node) && !isWithinResults(node)) {
                places.put(
                        "%d %s %s"
                                .formatted(number++, node.getClass().getSimpleName(), node.getId()),
                        node.localToScene(node.getLayoutBounds()));
            }
        }
        return places;
    }

    private static boolean isWithinResults(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ResultPanel) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
