package dev.weightscope.ui;

import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Progress;
import javafx.scene.control.Label;

/// What stands where charts will be until a first answer is there.
final class FirstAnswer extends Label {
    FirstAnswer() {
        getStyleClass().add("first-answer");
        setMouseTransparent(true);
        Shown.when(this, false);
    }

    /// @param isDrawn whether there are charts of any answer, be it an older one
    /// @param progress of the question
    void show(boolean isDrawn, Progress progress) {
        String sentence =
                switch (progress) {
                    case Progress.Computing _, Progress.Refining _ -> "Computing the first answer…";
                    case Progress.Cancelled _ -> "Cancelled before the first answer.";
                    // a refusal is said in a strip, and an answer without charts by the lab itself
                    case Progress.Refused _, Progress.Answered _ -> "";
                };
        setText(sentence);
        Shown.when(this, !isDrawn && !sentence.isEmpty());
    }
}
