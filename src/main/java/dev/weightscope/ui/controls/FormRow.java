package dev.weightscope.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A name, what belongs to it, and whatever room is left to the middle; names of all rows are
/// equally wide, so that a panel of rows is a table.
abstract class FormRow extends GridPane {
    private static final double LABEL_WIDTH = 74;

    private Label name = new Label();
    private String option = "";

    FormRow() {
        name.setContentDisplay(ContentDisplay.RIGHT);
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.ALWAYS);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        names.setPrefWidth(LABEL_WIDTH);
        names.setMaxWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, middle, new ColumnConstraints());
        getStyleClass().add("form-row");
    }

    /// Its name, as what stands before the control.
    final Label label(String text, Node of) {
        name.setText(text);
        name.setLabelFor(of);
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    /// Leaves its name to a heading elsewhere, which says from now on what the name would.
    final void nameBy(Label heading) {
        getChildren().remove(name);
        name = heading;
    }

    /// Says which option it is of.
    public final void setOption(String key) {
        option = key;
    }

    /// The key of the option that it is of; empty where none was said.
    final String option() {
        return option;
    }

    /// Says beside the name that the number goes from one value to another somewhere, or no longer
    /// so.
    final void showSwept(boolean isSwept) {
        name.setGraphic(isSwept ? sweptMark() : null);
    }

    private static Label sweptMark() {
        Label mark = new Label("↔");
        mark.getStyleClass().add("swept-mark");
        mark.setTooltip(
                new Tooltip("Swept: the charts show this value, and the others on their way"));
        return mark;
    }
}
