package dev.weightscope.ui.phase;

import dev.weightscope.ui.controls.Shown;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// What is on the map beside its colours, each with a button.
public final class PhaseSwitches {
    private static final double HELP_WIDTH = 340;

    private final BooleanProperty measured = new SimpleBooleanProperty();
    private final BooleanProperty frameworks = new SimpleBooleanProperty(true);
    private final BooleanProperty zoomed = new SimpleBooleanProperty();
    private final Button goOn = new Button("Go on");
    private final List<Node> buttons;

    /// @param onGoOn called where a person wants trainings that were given up to go on
    public PhaseSwitches(Runnable onGoOn) {
        goOn.setId("measure-go-on");
        goOn.getStyleClass().add("chart-toggle");
        goOn.setMinWidth(Button.USE_PREF_SIZE);
        goOn.setTooltip(new Tooltip("Train what is left"));
        goOn.setOnAction(_ -> onGoOn.run());
        offer(false);
        buttons =
                List.of(
                        goOn,
                        button(
                                "measured",
                                "Measured",
                                "Trains the network at places all over the map, and shows how many"
                                    + " right answers it learns to give. On what and how: Measure"
                                    + " trainability, at the left",
                                measured),
                        button(
                                "frameworks",
                                "Frameworks",
                                "Where frameworks' own initializers stand",
                                frameworks),
                        button(
                                "zoom",
                                "Zoom",
                                "The quarter of each axis around the point; and back to the whole"
                                        + " map",
                                zoomed));
    }

    private static ToggleButton button(String id, String name, String help, BooleanProperty isOn) {
        ToggleButton button = new ToggleButton(name);
        button.setId("phase-" + id);
        button.getStyleClass().add("chart-toggle");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(isOn);
        Tooltip told = new Tooltip(help);
        told.setWrapText(true);
        told.setMaxWidth(HELP_WIDTH);
        button.setTooltip(told);
        button.setAccessibleText(name + ": " + help);
        return button;
    }

    /// From the left to the right.
    List<Node> buttons() {
        return buttons;
    }

    /// Whether networks are trained all over the map.
    public BooleanProperty measuredProperty() {
        return measured;
    }

    /// Whether frameworks' own initializers are shown.
    public BooleanProperty frameworksProperty() {
        return frameworks;
    }

    /// Whether a part of the map is shown.
    public BooleanProperty zoomedProperty() {
        return zoomed;
    }

    /// Shows what goes on with trainings that were given up.
    public void offer(boolean areCancelled) {
        Shown.when(goOn, areCancelled);
    }
}
