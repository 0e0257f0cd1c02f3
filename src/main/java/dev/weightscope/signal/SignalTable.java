package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A snapshot as a row for each layer.
final class SignalTable {
    private SignalTable() {}

    /// All that is known of each layer.
    static List<Column<LayerStatistics>> columns(Snapshot snapshot) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        columns.add(Column.whole("layer", LayerStatistics::layer));
        columns.add(Column.whole("fanIn", LayerStatistics::fanIn));
        columns.add(Column.whole("fanOut", LayerStatistics::fanOut));
        for (Quantity tensor : Quantity.inForwardOrder()) {
            for (Statistic statistic : Statistic.inFiles()) {
                columns.add(
                        new Column<>(
                                tensor.field() + "." + statistic.field(),
                                layer -> cell(statistic, layer.of(tensor))));
            }
            addHistogram(
                    tensor.field() + ".histogram.",
                    layer -> layer.of(tensor).histogram(),
                    snapshot.layer(1).of(tensor).histogram().bins(),
                    columns);
        }
        columns.add(Column.whole("flushed", LayerStatistics::flushed));
        columns.add(Column.whole("weightsFlushed", LayerStatistics::weightsFlushed));
        return columns;
    }

    /// With the samples that the numbers rest on, on every row, as tables of several experiments
    /// need it.
    static Table<LayerStatistics> of(Snapshot snapshot) {
        List<Column<LayerStatistics>> columns = columns(snapshot);
        columns.add(Column.whole("samples", _ -> snapshot.samples()));
        return new Table<>(columns, snapshot.layers());
    }

    private static Value.Cell cell(Statistic statistic, TensorStatistics tensor) {
        return statistic.isCount()
                ? new Value.Whole((long) statistic.of(tensor))
                : new Value.Real(statistic.of(tensor));
    }

    /// @param columns modified: gets the histogram's
    private static void addHistogram(
            String path,
            Function<LayerStatistics, Histogram> histogram,
            int bins,
            List<Column<LayerStatistics>> columns) {
        columns.add(Column.real(path + "low", layer -> histogram.apply(layer).low()));
        columns.add(Column.real(path + "high", layer -> histogram.apply(layer).high()));
        columns.add(Column.whole(path + "below", layer -> histogram.apply(layer).below()));
        columns.add(Column.whole(path + "above", layer -> histogram.apply(layer).above()));
        for (int i = 0; i < bins; i++) {
            int bin = i;
            columns.add(
                    Column.whole(
                            path + "counts." + bin, layer -> histogram.apply(layer).count(bin)));
        }
    }
}
