package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.state.Pin;
import dev.weightscope.ui.state.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The live curve and the pinned ones: colour, name, and the std of the last layer.
final class ComparedList extends VBox {
    private final Workbench workbench;
    private final ObservableValue<Palette> palette;
    private final Label liveName = new Label();
    private final Label liveStd = new Label();
    private final HBox live;

    /// By colour index, so that a row whose pin gets its answer keeps the name being typed.
    private final Map<Integer, PinRow> rows = new HashMap<>();

    ComparedList(Workbench workbench, ObservableValue<Palette> palette) {
        this.workbench = workbench;
        this.palette = palette;
        getStyleClass().add("compared");
        Label word = new Label("live");
        word.getStyleClass().add("live-word");
        word.setMinWidth(USE_PREF_SIZE);
        liveName.setWrapText(true);
        liveName.setMinHeight(USE_PREF_SIZE);
        liveName.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(liveName, Priority.ALWAYS);
        liveStd.setMinWidth(USE_PREF_SIZE);
        live = new HBox(new CurveDot(0, palette), liveName, word, liveStd);
        live.getStyleClass().add("compared-row");
        workbench.snapshotProperty().subscribe(_ -> showLive());
        workbench.pins().addListener((ListChangeListener<Pin>) _ -> showPins());
        showPins();
    }

    /// Name and number of the curve that is drawn: one of them alone would be ahead of the other.
    private void showLive() {
        Experiment shown =
                workbench.snapshot().map(Snapshot::experiment).orElse(workbench.experiment());
        liveName.setText(shown.label());
        liveStd.setText(lastStd(workbench.snapshot()));
    }

    private void showPins() {
        List<Node> shown = new ArrayList<>(List.of(live));
        for (Pin pin : workbench.pins()) {
            PinRow row =
                    rows.computeIfAbsent(
                            pin.colourIndex(),
                            index -> new PinRow(workbench, new CurveDot(index, palette)));
            row.show(pin);
            shown.add(row);
        }
        rows.values().retainAll(shown);
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    /// The std of the last layer's activations; three dots while it is being computed.
    static String lastStd(Optional<Snapshot> snapshot) {
        return snapshot.map(answer -> Numbers.significant(answer.last().activation().std(), 3))
                .orElse("…");
    }
}
