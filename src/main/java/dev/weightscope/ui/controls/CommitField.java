package dev.weightscope.ui.controls;

import dev.weightscope.model.Refusal;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// A text field that takes effect as a whole: Enter, or leaving it, commits; Escape restores.
///
/// A refused text stays to be mended, with its sentence in [#messageProperty]; leaving the field
/// restores what is in force, and the sentence goes, unless leaving it was what asked for the text.
/// After Enter and Escape the field fires [#DONE]: whoever contains it moves the focus on.
public final class CommitField extends TextField {
    /// The person has finished with the field, which still has the focus.
    public static final EventType<Event> DONE = new EventType<>(Event.ANY, "COMMIT_FIELD_DONE");

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Content content;
    private final Commit<String> commit;
    private String inForce = "";
    private String refused = "";
    private boolean entered;

    /// What is typed into a field.
    public enum Content {
        TEXT,
        /// One number, to which a space never belongs.
        NUMBER
    }

    /// @param commit called with a text that differs from the one in force
    public CommitField(String accessibleName, Content content, Commit<String> commit) {
        this.content = content;
        this.commit = commit;
        setAccessibleText(accessibleName);
        getStyleClass().add("commit-field");
        setOnAction(_ -> commitOnEnter());
        addEventFilter(KeyEvent.KEY_PRESSED, this::restoreOnEscape);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> enter());
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

    /// Whether keys are text now: the person clicked into the field, or has typed into it. A field
    /// that the Tab key has passed on the way is not being typed into yet.
    public boolean isTyping() {
        return isFocused() && (entered || isEditing());
    }

    public Content content() {
        return content;
    }

    /// Takes what was typed, if anything was.
    ///
    /// @return false if it was refused, and stays to be mended
    public boolean settle() {
        return !isEditing() || commit();
    }

    /// Lines stay apart as words, where a text field drops what is between them: pasted `12` and
    /// `34` are refused, and no 1234.
    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, text.lines().collect(Collectors.joining(" ")));
    }

    /// Takes the focus, to be typed into.
    public void enter() {
        entered = true;
        requestFocus();
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

    private void commitOnEnter() {
        if (commit()) {
            finish();
        }
    }

    /// Whether the text is in force now.
    private boolean commit() {
        String text = getText();
        if (!isEditing()) {
            complain("");
            return true;
        }
        try {
            commit.accept(text);
            restore(); // a text that means what is in force, "0500", gets its usual form
            selectAll();
            return true;
        } catch (Refusal refusal) {
            complain(Sentences.finished(refusal));
            refused = text;
            selectAll();
            return false;
        }
    }

    private void finish() {
        entered = false;
        fireEvent(new Event(DONE));
    }

    private void commitOnLeaving(boolean focused) {
        entered &= focused;
        if (!isEditing()) {
            if (focused) {
                complain("");
            }
        } else if (!focused && !message.get().isEmpty() && getText().equals(refused)) {
            restore(); // what is wrong with it was there to be read
        } else if (!focused) {
            commit();
            if (isEditing()) {
                setText(inForce);
                pseudoClassStateChanged(ERROR, false);
            }
        }
    }

    private void restoreOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (isTyping() || !message.get().isEmpty())) {
            restore();
            selectAll();
            event.consume();
            finish();
        }
    }

    private void restore() {
        complain("");
        if (isEditing()) {
            setText(inForce);
        }
    }
}
