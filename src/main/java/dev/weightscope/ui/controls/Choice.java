package dev.weightscope.ui.controls;

import dev.weightscope.model.Refusal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A name and one of several things.
public final class Choice<T> extends FormRow {
    private static final double ACTION_GAP = 6;

    private final ComboBox<T> box;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Message sentence = new Message(message);
    private boolean showing;

    /// @param box empty; a plain or a searchable one
    /// @param onEdit called with the thing that a person picked
    public Choice(
            String name,
            ComboBox<T> box,
            List<T> items,
            Function<T, String> text,
            Commit<T> onEdit) {
        this.box = box;
        box.getItems().setAll(items);
        box.setConverter(new Texts<>(text));
        box.setAccessibleText(name);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(16);
        box.valueProperty()
                .addListener((_, before, picked) -> {
                    if (!showing && picked != null) {
                        request(before, picked, onEdit);
                    }
                });
        getStyleClass().add("choice");
        if (name.isEmpty()) {
            add(box, 0, 0, 3, 1);
        } else {
            add(label(name, box), 0, 0);
            add(box, 1, 0, 2, 1);
        }
        add(sentence, 0, 1, 3, 1);
    }

    /// Puts a button below: for what is an act, not one of the things to choose from, whose names
    /// need the whole width.
    public void setAction(Node action) {
        add(action, 1, 1, 2, 1);
        setMargin(action, new Insets(ACTION_GAP, 0, 0, 0));
        setRowIndex(sentence, 2);
    }

    /// Shows a sentence about a request made in another way, until the next thing is shown.
    public void complain(String sentence) {
        message.set(sentence);
    }

    public Choice(String name, List<T> items, Function<T, String> text, Commit<T> onEdit) {
        this(name, new ComboBox<>(), items, text, onEdit);
        TypeAhead.install(box);
    }

    /// Replaces what there is to choose from; what is shown stays.
    public void setItems(List<T> items) {
        if (!box.getItems().equals(items)) {
            showing = true;
            box.getItems().setAll(items);
            showing = false;
        }
    }

    /// Shows what is in force.
    public void show(T value) {
        showing = true;
        box.setValue(value);
        showing = false;
        message.set("");
    }

    /// Shows in the box, which is narrow, a shorter text than in the list.
    public void setShortTexts(Function<T, String> shortText) {
        box.setButtonCell(new ShortCell<>(shortText));
    }

    /// Draws each thing as a picture and its text, in the list and in the box.
    public void setPictures(Function<T, Node> picture) {
        Supplier<ListCell<T>> cell = () -> new PictureCell<>(box.getConverter(), picture);
        box.setCellFactory(_ -> cell.get());
        box.setButtonCell(cell.get());
    }

    public ComboBox<T> box() {
        return box;
    }

    private void request(@Nullable T before, T picked, Commit<T> onEdit) {
        try {
            onEdit.accept(picked);
        } catch (Refusal refusal) {
            if (before != null) {
                show(before);
            }
            message.set(Sentences.finished(refusal));
        }
    }

    private static final class Texts<T> extends StringConverter<T> {
        private final Function<T, String> text;

        Texts(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : text.apply(value);
        }

        @Override
        public @Nullable T fromString(String string) {
            return null; // the boxes are not editable
        }
    }

    private static final class ShortCell<T> extends ListCell<T> {
        private final Function<T, String> text;

        ShortCell(Function<T, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }

    private static final class PictureCell<T> extends ListCell<T> {
        private final StringConverter<T> converter;
        private final Function<T, Node> picture;

        PictureCell(StringConverter<T> converter, Function<T, Node> picture) {
            this.converter = converter;
            this.picture = picture;
            getStyleClass().add("picture-cell");
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : converter.toString(item));
            setGraphic(empty || item == null ? null : picture.apply(item));
        }
    }
}
