package dev.weightscope.ui.chart;

import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.CompareView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Quantity;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The histograms of several settings, a row each, all on one axis.
public final class ComparePanel extends VBox {
    private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Quantity> quantity =
            new SimpleObjectProperty<>(Quantity.ACTIVATION);
    private final ObjectProperty<Scale> counts = new SimpleObjectProperty<>(Scale.LINEAR);

    private final ChartCanvas canvas = new ChartCanvas();
    private Optional<CompareView> shown = Optional.empty();

    public ComparePanel() {
        getStyleClass().add("chart-panel");
        PanelHeader header =
                new PanelHeader(
                        PanelControls.quantities("compare", quantity),
                        PanelControls.log("compare-log", counts));
        header.title().setText("Compared");
        canvas.setId("compare");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        for (ObjectProperty<?> each : List.of(curves, quantity, counts)) {
            each.subscribe(this::update);
        }
    }

    /// A row each, from the top; the list is read when it is set.
    public ObjectProperty<List<Curve>> curvesProperty() {
        return curves;
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    public ObjectProperty<Scale> countsProperty() {
        return counts;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return canvas.paletteProperty();
    }

    /// Whether a newer snapshot is on its way.
    public BooleanProperty staleProperty() {
        return canvas.staleProperty();
    }

    /// What is shown now; empty while there is no curve.
    public Optional<CompareView> shown() {
        return shown;
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        shown =
                curves.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CompareView(curves.get(), quantity.get(), counts.get()));
        canvas.chartProperty().set(shown.map(CompareMatrix::new).orElse(null));
    }
}
