package dev.weightscope.ui.chart;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.model.Snapshot;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One layer in a window of its own that follows the answers while it is open.
public final class LayerDialog extends Dialog<Void> {
    /// @param layer counted from 1
    /// @param onExport what to do with the picture when its export is asked for
    public LayerDialog(
            Window owner,
            int layer,
            ObservableValue<@Nullable Snapshot> answers,
            ObservableValue<Palette> palette,
            Consumer<Figure> onExport) {
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle("Layer " + layer);
        setResizable(true);
        LayerDetail detail = new LayerDetail(layer, palette);
        ButtonType export = new ButtonType("Export…", ButtonData.LEFT);
        getDialogPane().getButtonTypes().addAll(export, ButtonType.CLOSE);
        getDialogPane().setContent(detail);
        getDialogPane()
                .lookupButton(export)
                .addEventFilter(
                        ActionEvent.ACTION,
                        event -> {
                            event.consume(); // stays open
                            detail.figure().ifPresent(onExport);
                        });
        Subscription following =
                answers.subscribe(answer -> {
                    if (answer != null) {
                        detail.show(answer);
                    }
                });
        setOnHidden(_ -> following.unsubscribe());
    }
}
