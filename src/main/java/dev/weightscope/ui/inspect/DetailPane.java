package dev.weightscope.ui.inspect;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.Spectrum;
import dev.weightscope.report.TensorReport;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The charts of the selected tensor.
final class DetailPane extends VBox {
    /// From this width on all four charts have room.
    private static final double WIDE = 1000;

    private final ChartCanvas canvas = new ChartCanvas();
    private final Label name = new Label();
    private final Label note = new Label();
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.INPUTS);
    private final Node sides;
    private @Nullable DetailCharts charts;

    /// Which side of a matrix is drawn where not both have room.
    enum Side {
        INPUTS("by input"),
        OUTPUTS("by output");

        private final String label;

        Side(String label) {
            this.label = label;
        }
    }

    DetailPane(ObservableValue<Palette> palette) {
        canvas.setId("tensor-charts");
        canvas.paletteProperty().bind(palette);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        name.getStyleClass().add("panel-title");
        name.setMinWidth(0);
        note.setId("tensor-note");
        note.getStyleClass().add("hint");
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        sides =
                Segments.of(
                        List.of(Side.values()),
                        side,
                        each ->
                                new Segments.Name(
                                        "side-" + each.name().toLowerCase(Locale.ROOT),
                                        each.label,
                                        "The std " + each.label));
        HBox head = new HBox(10, name, note, gap, sides);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, canvas);
        setSpacing(4);
        setMinHeight(0);
        side.subscribe(this::draw);
        widthProperty().subscribe(_ -> draw());
    }

    ChartCanvas canvas() {
        return canvas;
    }

    ObjectProperty<Side> sideProperty() {
        return side;
    }

    /// Shows what is there; charts dim while those of another tensor are on their way.
    void show(DetailCharts shown) {
        charts = shown;
        name.setText(shown.detail().report().tensor().name());
        note.setText(note(shown));
        canvas.staleProperty().set(false);
        draw();
    }

    /// What is not drawn, or not yet.
    private static String note(DetailCharts shown) {
        TensorReport report = shown.detail().report();
        if (shown.spectrum().isPresent() || shown.detail().sides().isEmpty()) {
            return "";
        }
        return Spectrum.isOf(report)
                ? "singular values are being computed"
                : Spectrum.whyNotFound(report).orElse("");
    }

    /// Others are on their way.
    void await(TensorRow row) {
        if (!row.name().equals(name.getText())) {
            note.setText("");
        }
        name.setText(row.name());
        canvas.staleProperty().set(true);
    }

    void complain(String sentence) {
        charts = null;
        note.setText(sentence);
        draw();
    }

    void clear() {
        charts = null;
        name.setText("");
        note.setText("");
        canvas.staleProperty().set(false);
        draw();
    }

    private void draw() {
        List<Chart> parts = parts(getWidth() >= WIDE);
        canvas.chartProperty().set(parts.isEmpty() ? null : new SideBySide(parts));
        // It stays for a tensor without sides, so that charts stand still from one to the next.
        sides.setVisible(getWidth() < WIDE);
        sides.setDisable(charts == null || charts.detail().sides().isEmpty());
    }

    private List<Chart> parts(boolean isWide) {
        List<Chart> parts = new ArrayList<>();
        DetailCharts shown = charts;
        if (shown != null) {
            shown.values().ifPresent(parts::add);
            shown.singularValues().ifPresent(parts::add);
            if (isWide || side.get() == Side.INPUTS) {
                shown.inputs().ifPresent(parts::add);
            }
            if (isWide || side.get() == Side.OUTPUTS) {
                shown.outputs().ifPresent(parts::add);
            }
        }
        return parts;
    }

    /// What is drawn; empty where there is nothing.
    Optional<Chart> picture() {
        return Optional.ofNullable(canvas.chartProperty().get());
    }

    /// The name of the tensor that is drawn.
    String title() {
        DetailCharts shown = charts;
        return shown == null ? "" : shown.detail().report().tensor().name();
    }
}
