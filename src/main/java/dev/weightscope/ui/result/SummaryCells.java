package dev.weightscope.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What a lab says of an answer, in columns that line up from row to row.
public final class SummaryCells extends HBox {
    /// Of a number of two digits and a power of ten.
    private static final double WIDTH = 52;

    /// Of a column with a longer head: of all but the first.
    private static final double LATER_WIDTH = 54;

    private static final double GAP = 4;

    private final List<Label> cells = new ArrayList<>();

    private SummaryCells(List<Double> widths) {
        super(GAP);
        for (double width : widths) {
            Label cell = new Label();
            cell.setMinWidth(USE_PREF_SIZE);
            cell.setAlignment(Pos.CENTER_RIGHT);
            cell.setPrefWidth(width);
            cells.add(cell);
        }
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("summary-cells");
        getChildren().addAll(cells);
    }

    /// Of the usual widths; a single one is as wide as its text.
    static SummaryCells of(int columns) {
        return new SummaryCells(widths(columns));
    }

    private static List<Double> widths(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column ->
                        columns == 1 ? USE_COMPUTED_SIZE : column == 0 ? WIDTH : LATER_WIDTH)
                .toList();
    }

    /// @param widths of the columns
    public static SummaryCells of(List<Double> widths) {
        return new SummaryCells(widths);
    }

    /// What stands above the columns, broken into lines.
    static SummaryCells heads(List<String> heads) {
        SummaryCells row = headsOf(widths(heads.size()));
        row.show(heads);
        return row;
    }

    /// What stands above columns of these widths, broken into lines; empty until it is shown.
    public static SummaryCells headsOf(List<Double> widths) {
        SummaryCells row = new SummaryCells(widths);
        row.getStyleClass().add("summary-heads");
        row.setAlignment(Pos.BOTTOM_RIGHT);
        row.cells.forEach(cell -> cell.setWrapText(true));
        return row;
    }

    /// @param texts one for each column; or a single one, which stands in the last
    public void show(List<String> texts) {
        int first = cells.size() - texts.size();
        for (int column = 0; column < cells.size(); column++) {
            cells.get(column).setText(column < first ? "" : texts.get(column - first));
        }
    }
}
