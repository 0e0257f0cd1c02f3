package dev.weightscope.ui;

import dev.weightscope.model.Step;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// How far a computation is that is long enough to tell, and a button that gives it up.
final class RunningStep extends HBox {
    private static final double BAR_WIDTH = 80;

    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");

    RunningStep() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(BAR_WIDTH);
        cancel.setId("cancel-computation");
        cancel.setTooltip(new Tooltip("What is known already stays (Esc)"));
        cancel.setFocusTraversable(false); // Esc does it from anywhere
        cancel.getStyleClass().add("status-button");
        getChildren().addAll(bar, cancel);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// @param action gives up what is computed
    void setOnCancel(Runnable action) {
        cancel.setOnAction(_ -> action.run());
    }

    /// @param step where the computation is; empty where none is under way, or it is not known
    void show(Optional<Step> step) {
        step.ifPresent(now -> bar.setProgress((now.number() - 1.0) / now.total()));
        setVisible(step.isPresent());
    }
}
