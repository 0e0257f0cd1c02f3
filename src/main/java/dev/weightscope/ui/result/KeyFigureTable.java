package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.Still;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The key figures, names to the left, values to the right. Each row shares its width on its own: a
/// long value leaves the names of the other rows whole.
public final class KeyFigureTable extends VBox {
    private static final double HELP_WIDTH = 320;

    private final List<Row> rows = new ArrayList<>();

    public KeyFigureTable() {
        getStyleClass().add("figures");
    }

    /// Rows stay and change their texts: new nodes would have to be styled in the midst of a drag.
    public void show(List<KeyFigure> figures) {
        for (int row = rows.size(); row < figures.size(); row++) {
            rows.add(new Row());
            getChildren().add(new Still(rows.getLast()));
        }
        for (int row = rows.size() - 1; row >= figures.size(); row--) {
            rows.removeLast();
            getChildren().removeLast();
        }
        for (int row = 0; row < figures.size(); row++) {
            rows.get(row).show(figures.get(row));
        }
    }

    private static final class Row extends HBox {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Tooltip help = new Tooltip();

        Row() {
            getStyleClass().add("figure-row");
            name.getStyleClass().add("figure-name");
            name.setTooltip(help);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            setHgrow(name, Priority.ALWAYS);
            value.setMinWidth(USE_PREF_SIZE);
            value.setTooltip(help);
            help.setWrapText(true);
            help.setMaxWidth(HELP_WIDTH);
            getChildren().addAll(name, value);
        }

        void show(KeyFigure figure) {
            name.setText(figure.name());
            value.setText(figure.value());
            help.setText(figure.help());
        }
    }
}
