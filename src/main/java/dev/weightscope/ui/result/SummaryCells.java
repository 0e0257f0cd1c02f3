package dev.weightscope.ui.result;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What a lab says of an answer, in columns that line up from row to row.
final class SummaryCells extends HBox {
    /// Of a number of two digits and a power of ten.
    private static final double WIDTH = 52;

    /// Of a column with a longer head: of all but the first.
    private static final double LATER_WIDTH = 54;

    private static final double GAP = 4;

    private final List<Label> cells = new ArrayList<>();

    private SummaryCells(int columns) {
        super(GAP);
        for (int column = 0; column < columns; column++) {
            Label cell = new Label();
            cell.setMinWidth(USE_PREF_SIZE);
            cell.setAlignment(Pos.CENTER_RIGHT);
            if (columns > 1) {
                cell.setPrefWidth(column == 0 ? WIDTH : LATER_WIDTH);
            }
            cells.add(cell);
        }
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("summary-cells");
        getChildren().addAll(cells);
    }

    static SummaryCells of(int columns) {
        return new SummaryCells(columns);
    }

    /// What stands above the columns, broken into lines.
    static SummaryCells heads(List<String> heads) {
        SummaryCells row = new SummaryCells(heads.size());
        row.getStyleClass().add("summary-heads");
        row.setAlignment(Pos.BOTTOM_RIGHT);
        row.cells.forEach(cell -> cell.setWrapText(true));
        row.show(heads);
        return row;
    }

    /// @param texts one for each column; or a single one, which stands in the last
    void show(List<String> texts) {
        int first = cells.size() - texts.size();
        for (int column = 0; column < cells.size(); column++) {
            cells.get(column).setText(column < first ? "" : texts.get(column - first));
        }
    }
}
