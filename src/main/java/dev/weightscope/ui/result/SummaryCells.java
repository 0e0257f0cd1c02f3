package dev.weightscope.ui.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What a lab says of an answer, in columns that line up from row to row.
public final class SummaryCells extends HBox {
    private static final double GAP = 6;

    /// What is wider than the usual figure is broken into lines.
    private static final double LONG_HEAD = 56;

    private final List<Label> cells = new ArrayList<>();
    private final Text measured = new Text();

    /// Kept until a text or its font changes: in a drag those of one row do, in each picture.
    private @Nullable List<Double> needed;

    private List<Double> widths;
    private boolean isAlone;

    private SummaryCells(List<Double> widths) {
        super(GAP);
        this.widths = List.copyOf(widths);
        for (double width : widths) {
            Label cell = new Label();
            cell.setMinWidth(USE_PREF_SIZE);
            cell.setAlignment(Pos.CENTER_RIGHT);
            cell.setPrefWidth(width);
            cell.textProperty().subscribe(() -> needed = null);
            cell.fontProperty().subscribe(() -> needed = null);
            cells.add(cell);
        }
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("summary-cells");
        getChildren().addAll(cells);
    }

    /// As wide as their texts, until [ColumnWidths] lines them up.
    static SummaryCells of(int columns) {
        return new SummaryCells(Collections.nCopies(columns, USE_COMPUTED_SIZE));
    }

    /// @param widths of the columns
    public static SummaryCells of(List<Double> widths) {
        return new SummaryCells(widths);
    }

    /// What stands above the columns, broken into lines.
    static SummaryCells heads(List<String> heads) {
        SummaryCells row = headsOf(Collections.nCopies(heads.size(), USE_COMPUTED_SIZE));
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

    /// @param texts one for each column; or a single one, which stands in the last, and has the
    ///   room of those before it too
    public void show(List<String> texts) {
        if (isAlone != (texts.size() == 1)) {
            isAlone = texts.size() == 1;
            layOut();
        }
        int first = cells.size() - texts.size();
        for (int column = 0; column < cells.size(); column++) {
            cells.get(column).setText(column < first ? "" : texts.get(column - first));
        }
    }

    /// What the text of each cell needs: a long head its longest word.
    List<Double> needed() {
        List<Double> found = needed;
        if (found == null) {
            found = cells.stream().map(this::needed).toList();
            needed = found;
        }
        return found;
    }

    private double needed(Label cell) {
        measured.setFont(cell.getFont());
        double whole = width(cell.getText());
        return cell.isWrapText() && whole > LONG_HEAD
                ? Stream.of(cell.getText().split(" ")).mapToDouble(this::width).max().orElse(0)
                : whole;
    }

    private double width(String text) {
        measured.setText(text);
        return measured.getLayoutBounds().getWidth();
    }

    /// @param newWidths of the columns
    void setWidths(List<Double> newWidths) {
        widths = List.copyOf(newWidths);
        layOut();
    }

    /// A text that is alone has the width of all columns, once that is known.
    private void layOut() {
        int last = cells.size() - 1;
        boolean isKnown = widths.stream().allMatch(each -> each >= 0);
        double all = widths.stream().mapToDouble(Double::doubleValue).sum();
        for (int column = 0; column <= last; column++) {
            double width = widths.get(column);
            if (isAlone && last > 0) {
                width = column == last && isKnown ? all : USE_COMPUTED_SIZE;
            }
            cells.get(column).setPrefWidth(width);
        }
    }

    /// Has something done whenever the texts are of another size.
    void onFont(Runnable action) {
        cells.getFirst().fontProperty().subscribe((_, _) -> action.run());
    }
}
