package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/// An answer as a row for each layer.
final class SignalTable {
    /// In the order of files.
    private static final List<Quantity> GRADIENTS =
            List.of(
                    Quantity.PRE_ACTIVATION_GRADIENT,
                    Quantity.ACTIVATION_GRADIENT,
                    Quantity.WEIGHT_GRADIENT);

    private SignalTable() {}

    /// All that is known of each layer.
    static List<Column<LayerStatistics>> columns(SignalAnswer answer) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        columns.add(Column.whole("layer", LayerStatistics::layer));
        columns.add(Column.whole("fanIn", LayerStatistics::fanIn));
        columns.add(Column.whole("fanOut", LayerStatistics::fanOut));
        int bins = answer.snapshot().experiment().binning().bins();
        for (Quantity tensor : Quantity.inForwardOrder()) {
            columns.addAll(TensorColumns.of(tensor.field(), tensor, bins));
        }
        columns.add(Column.whole("flushed", LayerStatistics::flushed));
        columns.add(Column.whole("weightsFlushed", LayerStatistics::weightsFlushed));
        if (answer.snapshot().hasGradients()) {
            for (Quantity tensor : GRADIENTS) {
                columns.addAll(TensorColumns.of("gradient." + tensor.field(), tensor, bins));
            }
        }
        answer.curves().ifPresent(curves -> columns.addAll(TheoryColumns.of(curves)));
        if (answer.draws().areSeveral()) {
            columns.addAll(draws(answer));
        }
        return columns;
    }

    /// With what is of the network as a whole on every row, as tables of several experiments need
    /// it: the samples that the numbers rest on, the gradient's ratio, and what depth leads to.
    static Table<LayerStatistics> of(SignalAnswer answer) {
        List<Column<LayerStatistics>> columns = columns(answer);
        columns.add(Column.whole("samples", _ -> answer.snapshot().samples()));
        answer.snapshot()
                .gradientRatio()
                .ifPresent(ratio -> columns.add(Column.real("gradientRatio", _ -> ratio)));
        answer.theory()
                .ifPresent(theory ->
                        columns.addAll(
                                TheoryColumns.ofNetwork(theory, answer.snapshot().experiment())));
        return new Table<>(columns, answer.snapshot().layers());
    }

    private static List<Column<LayerStatistics>> draws(SignalAnswer answer) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        for (DrawnSpread each : DrawnSpread.of(answer)) {
            for (int i = 0; i < Draws.Quartiles.NAMES.size(); i++) {
                int place = i;
                columns.add(
                        Column.real(
                                "draws.%s.%d".formatted(each.field(), place),
                                layer ->
                                        each.quartiles(answer.draws(), layer.layer())
                                                .inOrder()
                                                .get(place)));
            }
        }
        return columns;
    }
}
