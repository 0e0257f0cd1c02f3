package dev.weightscope.ui.result;

import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The key figures, names to the left, values to the right.
final class KeyFigureTable extends GridPane {
    private static final double HELP_WIDTH = 320;

    private final List<Row> rows = new ArrayList<>();

    KeyFigureTable() {
        getStyleClass().add("figures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    /// Rows stay and change their texts: new nodes would have to be styled in the midst of a drag.
    void show(List<KeyFigure> figures) {
        for (int row = rows.size(); row < figures.size(); row++) {
            rows.add(new Row());
            addRow(row, rows.get(row).name, rows.get(row).value);
        }
        for (int row = rows.size() - 1; row >= figures.size(); row--) {
            Row last = rows.remove(row);
            getChildren().removeAll(last.name, last.value);
        }
        for (int row = 0; row < figures.size(); row++) {
            rows.get(row).show(figures.get(row));
        }
    }

    private static final class Row {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Tooltip help = new Tooltip();

        Row() {
            name.getStyleClass().add("figure-name");
            name.setTooltip(help);
            value.setMinWidth(USE_PREF_SIZE);
            value.setTooltip(help);
            help.setWrapText(true);
            help.setMaxWidth(HELP_WIDTH);
        }

        void show(KeyFigure figure) {
            name.setText(figure.name());
            value.setText(figure.value());
            help.setText(figure.help());
        }
    }
}
