package dev.weightscope.ui.file;

import dev.weightscope.model.Step;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Notices;
import java.nio.file.Path;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// How far a file is that takes long, with a button that gives it up; beside the window, which
/// stays as it is.
final class MakingProgress extends Dialog<ButtonType> {
    private static final double WIDTH = 320;

    private final Label label = new Label("computing…");
    private final ProgressBar bar = new ProgressBar(0);

    /// @param onCancel called if it is given up
    MakingProgress(Window owner, String title, String what, Runnable onCancel) {
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle(title);
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

    /// Has a file made while this is shown.
    ///
    /// @param done called once it is there
    static void make(
            Window owner,
            String title,
            String what,
            Animator animator,
            Animator.Making making,
            Path place,
            Notices notices,
            Runnable done) {
        MakingProgress progress = new MakingProgress(owner, title, what, animator::cancel);
        progress.show();
        animator.request(
                making,
                place,
                progress::step,
                outcome -> {
                    progress.end();
                    switch (outcome) {
                        case Outcome.Done<Path> _ -> done.run();
                        case Outcome.Failed<Path>(String sentence) ->
                                notices.complain(Sentences.finished(sentence));
                    }
                });
    }

    private void step(Step step) {
        label.setText(step.label());
        bar.setProgress((step.number() - 1.0) / step.total());
    }

    /// Goes away, since it has ended.
    private void end() {
        setResult(ButtonType.FINISH);
        close();
    }
}
