package dev.weightscope.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// One of a few things, all of them in sight; always exactly one.
public final class Segments<T> extends HBox {
    private final ReadOnlyObjectWrapper<T> selected = new ReadOnlyObjectWrapper<>();
    private final List<T> items;
    private final ToggleGroup group = new ToggleGroup();

    /// The first is selected.
    public Segments(String name, List<T> items, Function<T, String> label) {
        this.items = List.copyOf(items);
        for (T item : items) {
            ToggleButton button = new ToggleButton(label.apply(item));
            button.setToggleGroup(group);
            button.setAccessibleText(name + ": " + label.apply(item));
            button.setMinWidth(USE_PREF_SIZE);
            // A second click would leave nothing selected.
            button.setOnAction(_ -> select(item));
            getChildren().add(button);
        }
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
        getStyleClass().add("segmented");
        select(items.getFirst());
    }

    public void select(T item) {
        group.selectToggle(group.getToggles().get(items.indexOf(item)));
        selected.set(item);
    }

    public T selected() {
        return selected.get();
    }

    public ReadOnlyObjectProperty<T> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
