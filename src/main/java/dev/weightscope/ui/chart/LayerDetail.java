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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
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
    private static final double NAME_WIDTH = 90;
    private static final double CHART_WIDTH = 250;
    private static final double CHART_HEIGHT = 160;
    private static final double GAP = 16;
    private static final List<Quantity> COLUMNS = Quantity.of(Direction.FORWARD);

    private final int layer;
    private final Label title = new Label();
    private final Label fit = new Label();
    private final GridPane grid = new GridPane();
    private final Map<Quantity, ChartCanvas> canvases = new EnumMap<>(Quantity.class);
    private final List<List<Label>> cells = new ArrayList<>();
    private Optional<Snapshot> shown = Optional.empty();

    /// @param layer counted from 1
    public LayerDetail(int layer, ObservableValue<Palette> palette) {
        this.layer = layer;
        getStyleClass().addAll("chart-panel", "layer-detail");
        title.getStyleClass().add("panel-title");
        fit.setId("layer-fit");
        fit.setWrapText(true);
        grid.setId("layer-statistics");
        grid.getStyleClass().add("statistics-table");
        grid.setHgap(GAP);
        grid.getColumnConstraints().add(new ColumnConstraints(NAME_WIDTH));
        for (int column = 0; column < COLUMNS.size(); column++) {
            grid.getColumnConstraints().add(growing());
        }
        for (Direction direction : Direction.values()) {
            addCharts(direction, palette);
        }
        addStatistics();
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(title, fit, grid);
        showGradients(false);
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints(0, CHART_WIDTH, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void addCharts(Direction direction, ObservableValue<Palette> palette) {
        int row = row(direction);
        Label way =
                new Label(
                        switch (direction) {
                            case FORWARD -> "Signal ▸";
                            case BACKWARD -> "Gradient ◂";
                        });
        way.getStyleClass().add("statistics-name");
        grid.add(way, 0, row);
        GridPane.setValignment(way, VPos.TOP);
        for (Quantity column : COLUMNS) {
            Quantity quantity = column.in(direction);
            ChartCanvas canvas = new ChartCanvas();
            canvas.setId("detail-" + quantity.key());
            canvas.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
            canvas.paletteProperty().bind(palette);
            GridPane.setVgrow(canvas, Priority.ALWAYS);
            GridPane.setMargin(canvas, new Insets(0, 0, GAP / 2, 0));
            canvases.put(quantity, canvas);
            grid.add(canvas, 1 + COLUMNS.indexOf(column), row);
        }
    }

    private static int row(Direction direction) {
        return switch (direction) {
            case FORWARD -> 0;
            case BACKWARD -> 1;
        };
    }

    /// Of the statistics of a quantity, behind that of their names.
    private static int column(Quantity quantity) {
        return 1 + Arrays.asList(Quantity.values()).indexOf(quantity);
    }

    /// Without gradients the tensors of the way there have the room alone.
    private void showGradients(boolean areThere) {
        for (Node each : grid.getChildren()) {
            if (GridPane.getRowIndex(each) == row(Direction.BACKWARD)) {
                Shown.when(each, areThere);
            }
        }
        for (List<Label> row : cells) {
            for (Quantity quantity : Quantity.of(Direction.BACKWARD)) {
                Shown.when(row.get(column(quantity)), areThere);
            }
        }
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
        showGradients(statistics.hasGradients());
        for (Quantity quantity : LayerParts.quantities(statistics)) {
            ChartCanvas canvas = Objects.requireNonNull(canvases.get(quantity));
            canvas.chartProperty().set(LayerParts.histogram(snapshot, layer, quantity));
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

    /// Under each histogram its numbers, and beside them those of the gradient below it.
    private void addStatistics() {
        List<List<String>> heads = LayerParts.heads();
        for (int i = 0; i < heads.size(); i++) {
            int row = Direction.values().length + i;
            String style = i == 0 ? "statistics-head" : "statistics-number";
            Map<Integer, Label> labels = new TreeMap<>();
            Label name = cell(heads.get(i).getFirst(), "statistics-name");
            labels.put(0, name);
            grid.add(name, 0, row);
            for (Quantity column : COLUMNS) {
                HBox pair = new HBox(GAP / 2);
                for (Direction direction : Direction.values()) {
                    int index = column(column.in(direction));
                    Label number = cell(heads.get(i).get(index), style);
                    HBox.setHgrow(number, Priority.ALWAYS);
                    labels.put(index, number);
                    pair.getChildren().add(number);
                }
                grid.add(pair, 1 + COLUMNS.indexOf(column), row);
            }
            cells.add(List.copyOf(labels.values()));
        }
    }

    private static Label cell(String text, String styleClass) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        if (!styleClass.equals("statistics-name")) {
            label.setPrefWidth(CHART_WIDTH / 2);
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setAlignment(Pos.CENTER_RIGHT);
        }
        label.getStyleClass().add(styleClass);
        return label;
    }
}
