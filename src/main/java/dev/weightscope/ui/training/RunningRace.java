package dev.weightscope.ui.training;

import dev.weightscope.ui.controls.Shown;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a race is that is computed, and the ways to give it up and to go on.
final class RunningRace extends HBox {
    private static final double TEXT_WIDTH = 178;

    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = new Label();
    private final Button cancel;
    private final Button goOn;

    RunningRace(Runnable onCancel, Runnable onGoOn) {
        cancel = button("cancel-race", "Cancel", onCancel);
        goOn = button("go-on", "Go on", onGoOn);
        bar.setPrefWidth(60);
        bar.setMinWidth(30);
        text.getStyleClass().add("panel-note");
        text.setMinWidth(0);
        text.setPrefWidth(TEXT_WIDTH); // digits come and go: what is beside them stays
        getStyleClass().add("running-race");
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(8);
        getChildren().addAll(bar, text, cancel, goOn);
        Shown.when(this, false);
    }

    /// How far the race is in words, for which there is not always room beside the bar.
    Node words() {
        return text;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void show(RaceProgress progress) {
        String words = progress.heading();
        Shown.when(this, !words.isEmpty());
        text.setText(words);
        boolean isCancelled = progress.stand() == RaceProgress.Stand.CANCELLED;
        Shown.when(cancel, !isCancelled);
        Shown.when(goOn, isCancelled);
        // How long the first step takes nobody knows: the bar moves to and fro.
        bar.setProgress(
                progress.isGoing() && progress.share() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : progress.share());
    }
}
