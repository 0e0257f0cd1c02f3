package dev.weightscope.ui.training;

import dev.weightscope.ui.controls.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a race is that is computed, and the way to give it up.
final class RunningRace extends HBox {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = new Label();

    RunningRace(Runnable onCancel) {
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-race");
        cancel.setOnAction(_ -> onCancel.run());
        cancel.setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(84);
        bar.setMinWidth(30);
        text.getStyleClass().add("panel-note");
        text.setMinWidth(0);
        getStyleClass().add("running-race");
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(8);
        getChildren().addAll(bar, text, cancel);
        Shown.when(this, false);
    }

    /// @param words empty where nothing is computed
    /// @param share that is done, 0..1
    void show(String words, double share) {
        Shown.when(this, !words.isEmpty());
        text.setText(words);
        bar.setProgress(share);
    }
}
