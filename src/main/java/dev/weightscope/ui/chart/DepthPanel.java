package dev.weightscope.ui.chart;

import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.DepthChart;
import dev.weightscope.chart.line.DepthView;
import dev.weightscope.model.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The spread of the signal by depth, for the live setting and the pinned ones.
public final class DepthPanel extends VBox {
    private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Spread> spread = new SimpleObjectProperty<>(Spread.STD);
    private final BooleanProperty held = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private final PanelHeader header;
    private Optional<DepthChart> shown = Optional.empty();
    private IntConsumer onLayer = _ -> {};

    public DepthPanel() {
        getStyleClass().add("chart-panel");
        header = new PanelHeader(PanelControls.spreads(spread));
        canvas.setId("depth");
        canvas.setOnPick(hit -> {
            if (hit.stop() > 0) {
                onLayer.accept(hit.stop());
            }
        });
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        curves.subscribe(this::update);
        spread.subscribe(this::update);
        held.subscribe(this::update);
    }

    /// The curves from the back to the front; the list is read when it is set.
    public ObjectProperty<List<Curve>> curvesProperty() {
        return curves;
    }

    public ObjectProperty<Spread> spreadProperty() {
        return spread;
    }

    /// While true the axis may grow, but not shrink: a slider is being dragged.
    public BooleanProperty heldProperty() {
        return held;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return canvas.paletteProperty();
    }

    /// Whether a newer snapshot is on its way.
    public BooleanProperty staleProperty() {
        return canvas.staleProperty();
    }

    /// Called with the layer that is clicked on or entered, the input excepted.
    public void setOnLayer(IntConsumer action) {
        onLayer = action;
    }

    /// What is shown now; empty while there is no curve.
    public Optional<DepthView> shown() {
        return shown.map(DepthChart::view);
    }

    /// What the axis spans now; empty while there is no curve.
    public Optional<Range> range() {
        return shown.map(DepthChart::range);
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        header.title().setText(spread.get().label() + " by depth");
        Optional<Range> range =
                held.get()
                        ? shown.filter(before -> before.view().spread() == spread.get())
                                .map(DepthChart::range)
                        : Optional.empty();
        shown =
                curves.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new DepthChart(new DepthView(curves.get(), spread.get()), range));
        canvas.chartProperty().set(shown.orElse(null));
    }
}
