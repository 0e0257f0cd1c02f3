package dev.weightscope.ui.file;

import dev.weightscope.model.Step;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// How far an animation is, with a button that gives it up; beside the window, which stays as it
/// is.
final class AnimationProgress extends Dialog<ButtonType> {
    private static final double WIDTH = 320;

    private final Label label = new Label("computing…");
    private final ProgressBar bar = new ProgressBar(0);

    /// @param onCancel called if it is given up
    AnimationProgress(Window owner, String what, Runnable onCancel) {
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle("Animation");
        label.setId("animation-progress");
        bar.setPrefWidth(WIDTH);
        VBox box = new VBox(new Label(what), bar, label);
        box.getStyleClass().add("dialog-form");
        box.setSpacing(8);
        getDialogPane().setContent(box);
        getDialogPane().getButtonTypes().add(ButtonType.CANCEL);
        setOnHidden(_ -> {
            if (getResult() != null && getResult() != ButtonType.FINISH) {
                onCancel.run();
            }
        });
    }

    void step(Step step) {
        label.setText(step.label());
        bar.setProgress((step.number() - 1.0) / step.total());
    }

    /// Goes away, since it has ended.
    void end() {
        setResult(ButtonType.FINISH);
        close();
    }
}
