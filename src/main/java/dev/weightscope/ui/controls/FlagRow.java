package dev.weightscope.ui.controls;

import dev.weightscope.model.Refusal;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;

/// A name and whether it is on.
final class FlagRow extends FormRow {
    private final CheckBox box = new CheckBox();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    FlagRow(String name, Commit<Boolean> onEdit) {
        box.setAccessibleText(name);
        box.setOnAction(_ -> request(box.isSelected(), onEdit));
        add(label(name, box), 0, 0);
        add(box, 1, 0, 2, 1);
        add(new Message(message), 0, 1, 3, 1);
    }

    /// Shows what is in force.
    void show(boolean isOn) {
        box.setSelected(isOn);
        message.set("");
    }

    private void request(boolean isOn, Commit<Boolean> onEdit) {
        try {
            onEdit.accept(isOn);
        } catch (Refusal refusal) {
            show(!isOn);
            message.set(Sentences.finished(refusal));
        }
    }
}
