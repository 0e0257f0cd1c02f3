package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    /// With the samples that the numbers rest on, on every row, as tables of several experiments
    /// need it.
    static Table<LayerStatistics> of(SignalAnswer answer) {
        List<Column<LayerStatistics>> columns = columns(answer);
        columns.add(Column.whole("samples", _ -> answer.snapshot().samples()));
        return new Table<>(columns, answer.snapshot().layers());
    }

    private static List<Column<LayerStatistics>> draws(SignalAnswer answer) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        addQuartiles("activationStd", answer, Direction.FORWARD, Spreads::std, columns);
        addQuartiles("activationRms", answer, Direction.FORWARD, Spreads::rms, columns);
        addQuartiles("perUnitStd", answer, Direction.FORWARD, Spreads::perUnitStd, columns);
        if (answer.snapshot().hasGradients()) {
            addQuartiles("gradientRms", answer, Direction.BACKWARD, Spreads::rms, columns);
        }
        return columns;
    }

    /// @param columns modified: gets the five numbers
    private static void addQuartiles(
            String name,
            SignalAnswer answer,
            Direction direction,
            ToDoubleFunction<Spreads> spread,
            List<Column<LayerStatistics>> columns) {
        for (int i = 0; i < Draws.Quartiles.COUNT; i++) {
            int place = i;
            columns.add(
                    Column.real(
                            "draws.%s.%d".formatted(name, place),
                            layer ->
                                    answer.draws()
                                            .quartiles(draw ->
                                                    spread.applyAsDouble(
                                                            draw.layer(layer.layer(), direction)))
                                            .inOrder()
                                            .get(place)));
        }
    }
}
