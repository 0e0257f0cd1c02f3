package dev.weightscope.ui.controls;

import dev.weightscope.ui.controls.CommitField.Content;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A name and an exact field, with room for a button.
public final class FieldRow extends FormRow {
    private final CommitField field;

    public FieldRow(String name, Content content, Commit<String> commit) {
        this(name, content, commit, null);
    }

    /// @param action to the right of the field; null for none
    public FieldRow(String name, Content content, Commit<String> commit, @Nullable Node action) {
        field = new CommitField(name, content, commit);
        field.setMaxWidth(Double.MAX_VALUE);
        addRow(0, label(name, field), field);
        if (action != null) {
            add(action, 2, 0);
        }
        add(new Message(field.messageProperty()), 0, 1, 3, 1);
    }

    /// Shows the text in force.
    public void show(String text) {
        field.show(text);
    }

    /// What stands in the empty field, as an example.
    public void setExample(String text) {
        field.setPromptText(text);
    }
}
