package dev.weightscope.ui.chart;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.LayerHistogram;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One layer large: the histograms of its activations, pre-activations and weights, each on its own
/// axis, and all their statistics.
public final class LayerDetail extends VBox {
    private static final double NAME_WIDTH = 110;
    private static final double NUMBER_WIDTH = 130;
    private static final int DIGITS = 5;

    /// @param layer counted from 1
    public LayerDetail(Snapshot snapshot, int layer, Palette palette) {
        getStyleClass().addAll("chart-panel", "layer-detail");
        LayerStatistics statistics = snapshot.layer(layer);
        Label title =
                new Label(
                        "Layer %d of %d · %d → %d units"
                                .formatted(
                                        layer,
                                        snapshot.experiment().depth(),
                                        statistics.fanIn(),
                                        statistics.fanOut()));
        title.getStyleClass().add("panel-title");
        HBox charts = new HBox(16);
        for (Quantity quantity : Quantity.values()) {
            charts.getChildren().add(chart(snapshot, layer, quantity, palette));
        }
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().addAll(title, charts, table(statistics));
    }

    private static ChartCanvas chart(
            Snapshot snapshot, int layer, Quantity quantity, Palette palette) {
        ChartCanvas canvas = new ChartCanvas();
        canvas.setId("detail-" + quantity.key());
        canvas.setPrefSize(250, 210);
        canvas.paletteProperty().set(palette);
        canvas.chartProperty()
                .set(
                        new LayerHistogram(
                                new HistogramView(snapshot, quantity, Scale.LINEAR, Axis.OWN),
                                layer));
        HBox.setHgrow(canvas, Priority.ALWAYS);
        return canvas;
    }

    private static GridPane table(LayerStatistics statistics) {
        GridPane table = new GridPane();
        table.getStyleClass().add("statistics-table");
        table.setId("layer-statistics");
        table.getColumnConstraints().add(new ColumnConstraints(NAME_WIDTH));
        int column = 1;
        for (Quantity quantity : Quantity.values()) {
            ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH);
            numbers.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(numbers);
            table.add(cell(quantity.label(), "statistics-head"), column++, 0);
        }
        int row = 1;
        for (Statistic statistic : Statistic.values()) {
            table.add(cell(statistic.label(), "statistics-name"), 0, row);
            column = 1;
            for (Quantity quantity : Quantity.values()) {
                String text = statistic.text(statistics.of(quantity), DIGITS).replace('-', '−');
                table.add(cell(text, "statistics-number"), column++, row);
            }
            row++;
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
