package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Statistic;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The statistics of one tensor of each layer, and its histogram.
final class TensorColumns {
    private TensorColumns() {}

    /// @param path of all of them: `preActivation`
    static List<Column<LayerStatistics>> of(String path, Quantity tensor, int bins) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        for (Statistic statistic : Statistic.inFiles()) {
            columns.add(
                    new Column<>(
                            path + "." + statistic.field(),
                            layer -> cell(statistic, layer.of(tensor))));
        }
        Function<LayerStatistics, Histogram> histogram = layer -> layer.of(tensor).histogram();
        String below = path + ".histogram.";
        columns.add(Column.real(below + "low", layer -> histogram.apply(layer).low()));
        columns.add(Column.real(below + "high", layer -> histogram.apply(layer).high()));
        columns.add(Column.whole(below + "below", layer -> histogram.apply(layer).below()));
        columns.add(Column.whole(below + "above", layer -> histogram.apply(layer).above()));
        for (int i = 0; i < bins; i++) {
            int bin = i;
            columns.add(
                    Column.whole(
                            below + "counts." + bin, layer -> histogram.apply(layer).count(bin)));
        }
        return columns;
    }

    private static Value.Cell cell(Statistic statistic, TensorStatistics tensor) {
        return statistic.isCount()
                ? new Value.Whole((long) statistic.of(tensor))
                : new Value.Real(statistic.of(tensor));
    }
}
