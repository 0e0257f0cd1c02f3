package dev.weightscope.ui.chart;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.LayerParts;
import dev.weightscope.ui.controls.Shown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One layer large: the histograms of its activations, pre-activations and weights, and of the
/// gradients by them, each on its own axis, and all their statistics. Its nodes stay while answers
/// come and go.
public final class LayerDetail extends VBox {
    private static final double NAME_WIDTH = 110;
    private static final double NUMBER_WIDTH = 100;

    private final int layer;
    private final Label title = new Label();
    private final Label fit = new Label();
    private final Map<Quantity, ChartCanvas> canvases = new EnumMap<>(Quantity.class);
    private final Map<Direction, HBox> rows = new EnumMap<>(Direction.class);
    private final List<List<Label>> cells = new ArrayList<>();
    private Optional<Snapshot> shown = Optional.empty();

    /// @param layer counted from 1
    public LayerDetail(int layer, ObservableValue<Palette> palette) {
        this.layer = layer;
        getStyleClass().addAll("chart-panel", "layer-detail");
        title.getStyleClass().add("panel-title");
        fit.setId("layer-fit");
        fit.setWrapText(true);
        getChildren().addAll(title, fit);
        for (Direction direction : Direction.values()) {
            HBox row = row(direction, palette);
            VBox.setVgrow(row, Priority.ALWAYS);
            rows.put(direction, row);
            getChildren().add(row);
        }
        getChildren().add(table());
    }

    private HBox row(Direction direction, ObservableValue<Palette> palette) {
        HBox row = new HBox(16);
        for (Quantity quantity : Quantity.of(direction)) {
            ChartCanvas canvas = new ChartCanvas();
            canvas.setId("detail-" + quantity.key());
            canvas.setPrefSize(250, 160);
            canvas.paletteProperty().bind(palette);
            HBox.setHgrow(canvas, Priority.ALWAYS);
            canvases.put(quantity, canvas);
            row.getChildren().add(canvas);
        }
        return row;
    }

    /// Shows the layer in an answer; an answer with fewer layers changes nothing.
    public void show(Snapshot snapshot) {
        if (layer > snapshot.layers().size()) {
            return;
        }
        shown = Optional.of(snapshot);
        title.setText(LayerParts.title(snapshot, layer));
        LayerStatistics statistics = snapshot.layer(layer);
        fit.setText(LayerParts.fit(statistics).orElse(""));
        Shown.when(fit, !fit.getText().isEmpty());
        Shown.when(rows.get(Direction.BACKWARD), statistics.hasGradients());
        for (Quantity quantity : LayerParts.quantities(statistics)) {
            canvases.get(quantity)
                    .chartProperty()
                    .set(LayerParts.histogram(snapshot, layer, quantity));
        }
        List<List<String>> texts = LayerParts.statistics(statistics);
        for (int row = 0; row < texts.size(); row++) {
            for (int column = 0; column < texts.get(row).size(); column++) {
                cells.get(row).get(column).setText(texts.get(row).get(column));
            }
        }
    }

    /// What is shown now, to keep; empty before the first answer.
    public Optional<Figure> figure() {
        return shown.map(snapshot -> LayerParts.figure(snapshot, layer));
    }

    private GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("statistics-table");
        table.setId("layer-statistics");
        List<List<String>> heads = LayerParts.heads();
        int columns = heads.getFirst().size();
        table.getColumnConstraints().add(new ColumnConstraints(NAME_WIDTH));
        for (int column = 1; column < columns; column++) {
            ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH);
            numbers.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(numbers);
        }
        for (int row = 0; row < heads.size(); row++) {
            List<Label> labels = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                String style =
                        row == 0
                                ? "statistics-head"
                                : column == 0 ? "statistics-name" : "statistics-number";
                Label label = cell(heads.get(row).get(column), style);
                labels.add(label);
                table.add(label, column, row);
            }
            cells.add(labels);
        }
        return table;
    }

    private static Label cell(String text, String styleClass) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
