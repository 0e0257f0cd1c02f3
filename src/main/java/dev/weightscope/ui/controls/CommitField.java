package dev.weightscope.ui.controls;

import dev.weightscope.model.Refusal;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field that takes effect as a whole: Enter, or leaving it, commits; Escape restores.
///
/// A refused text stays to be mended, with its sentence in [#messageProperty]; leaving the field
/// restores what is in force.
public final class CommitField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Commit<String> commit;
    private String inForce = "";

    /// @param commit called with a text that differs from the one in force
    public CommitField(String accessibleName, Commit<String> commit) {
        this.commit = commit;
        setAccessibleText(accessibleName);
        getStyleClass().add("commit-field");
        setOnAction(_ -> commit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::restoreOnEscape);
        focusedProperty().subscribe(this::commitOnLeaving);
    }

    /// Shows the text that is in force.
    public void show(String text) {
        inForce = text;
        restore();
    }

    /// Whether the text is not, or not yet, the one in force.
    public boolean isEditing() {
        return !getText().equals(inForce);
    }

    /// Why the text was refused; empty if it was not.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Shows a sentence about a request made in another way, a slider's.
    void complain(String sentence) {
        message.set(sentence);
        pseudoClassStateChanged(ERROR, !sentence.isEmpty());
    }

    private void commit() {
        String text = getText();
        if (!isEditing()) {
            complain("");
            return;
        }
        try {
            commit.accept(text);
            restore(); // a text that means what is in force, "0500", gets its usual form
            selectAll();
        } catch (Refusal refusal) {
            complain(Sentences.finished(refusal));
            selectAll();
        }
    }

    private void commitOnLeaving(boolean focused) {
        if (focused || !isEditing()) {
            return;
        }
        commit();
        if (isEditing()) {
            setText(inForce);
            pseudoClassStateChanged(ERROR, false);
        }
    }

    private void restoreOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (isEditing() || !message.get().isEmpty())) {
            restore();
            selectAll();
            event.consume();
        }
    }

    private void restore() {
        complain("");
        if (isEditing()) {
            setText(inForce);
        }
    }
}
