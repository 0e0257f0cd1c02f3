package dev.weightscope.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A name, what belongs to it, and whatever room is left to the middle; names of all rows are
/// equally wide, so that a panel of rows is a table.
abstract class FormRow extends GridPane {
    private static final double LABEL_WIDTH = 74;

    FormRow() {
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.ALWAYS);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        names.setPrefWidth(LABEL_WIDTH);
        names.setMaxWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, middle, new ColumnConstraints());
        getStyleClass().add("form-row");
    }

    static Label label(String name, Node of) {
        Label label = new Label(name);
        label.setLabelFor(of);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
