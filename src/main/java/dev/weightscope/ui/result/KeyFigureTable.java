package dev.weightscope.ui.result;

import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The key figures, names to the left, values to the right.
final class KeyFigureTable extends GridPane {
    KeyFigureTable() {
        getStyleClass().add("figures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    void show(List<KeyFigure> figures) {
        getChildren().clear();
        for (int row = 0; row < figures.size(); row++) {
            KeyFigure figure = figures.get(row);
            Label name = new Label(figure.name());
            name.getStyleClass().add("figure-name");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Label value = new Label(figure.value());
            value.setMinWidth(USE_PREF_SIZE);
            addRow(row, name, value);
        }
    }
}
