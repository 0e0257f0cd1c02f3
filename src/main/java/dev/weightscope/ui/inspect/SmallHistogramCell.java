package dev.weightscope.ui.inspect;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.tensor.SmallHistogram;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.TensorReport;
import dev.weightscope.ui.chart.ChartCanvas;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The shape of a tensor's values.
final class SmallHistogramCell extends TableCell<TensorRow, TensorRow> {
    private static final double HEIGHT = 30;
    private static final double MARGIN = 14;

    private final ChartCanvas canvas = new ChartCanvas();

    SmallHistogramCell(ObservableValue<Palette> palette) {
        canvas.paletteProperty().bind(palette);
        canvas.setFocusTraversable(false);
        canvas.setMouseTransparent(true);
        canvas.setPrefHeight(HEIGHT);
        canvas.prefWidthProperty().bind(widthProperty().subtract(MARGIN));
    }

    @Override
    protected void updateItem(@Nullable TensorRow row, boolean empty) {
        super.updateItem(row, empty);
        TensorReport report = row == null || empty ? null : row.report();
        canvas.chartProperty()
                .set(
                        report == null
                                ? null
                                : report.survey()
                                        .filter(each -> each.finite() > 0)
                                        .map(each ->
                                                new SmallHistogram(
                                                        each.histogram(),
                                                        DetailCharts.colour(report)))
                                        .orElse(null));
        setGraphic(report == null ? null : canvas);
    }
}
