package dev.weightscope.ui.data;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.model.DataReading;
import dev.weightscope.ui.controls.Commit;
import dev.weightscope.ui.controls.OptionRow;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// How a data set is drawn: how many points, with how much noise, from which seed.
public final class DrawnRows extends VBox {
    /// Held, since nobody else holds what the rows are told by.
    private final ObservableValue<DataReading> reading;

    /// @param onEdit called with each change that a person asks for
    public DrawnRows(
            ObservableValue<DataReading> reading, Commit<UnaryOperator<DataReading>> onEdit) {
        this.reading = reading;
        getStyleClass().add("rows");
        List.of(DataOptions.POINTS, DataOptions.NOISE, DataOptions.DATA_SEED)
                .forEach(option ->
                        getChildren()
                                .add(OptionRow.of(DataOptions.ALL, option, this.reading, onEdit)));
    }
}
