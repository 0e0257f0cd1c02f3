package dev.weightscope.ui.chart;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalParts;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The histograms of all layers, with the choices of how to look at them.
public final class HistogramPanel extends VBox {
    private final ObjectProperty<@Nullable Snapshot> snapshot = new SimpleObjectProperty<>();
    private final ObjectProperty<HistogramLayout> layout =
            new SimpleObjectProperty<>(HistogramLayout.GRID);
    private final ObjectProperty<Quantity> quantity =
            new SimpleObjectProperty<>(Quantity.ACTIVATION);
    private final ObjectProperty<Scale> counts = new SimpleObjectProperty<>(Scale.LINEAR);
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.COMMON);
    private final BooleanProperty held = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private final PanelHeader header;
    private Optional<HistogramView> shown = Optional.empty();
    private IntConsumer onLayer = _ -> {};

    public HistogramPanel() {
        getStyleClass().add("chart-panel");
        ToggleButton log = PanelControls.log("counts-log", counts);
        header =
                new PanelHeader(
                        PanelControls.layouts(layout),
                        log,
                        PanelControls.quantities("quantity", quantity),
                        PanelControls.axes("axis", axis, "Each layer"));
        canvas.setId("histograms");
        canvas.setOnPick(hit -> onLayer.accept(hit.stop()));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        for (ObjectProperty<?> each : List.of(snapshot, layout, quantity, counts, axis)) {
            each.subscribe(this::update);
        }
        held.subscribe(this::update);
    }

    public ObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot;
    }

    public ObjectProperty<HistogramLayout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    public ObjectProperty<Scale> countsProperty() {
        return counts;
    }

    /// Whether layers share their axis. Whoever sets it from an experiment's binning listens too:
    /// another axis needs other bins ([Axis#binning]).
    public ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    /// While true the common axis may grow, but not shrink: a slider is being dragged.
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

    /// Called with the layer that is clicked on or entered.
    public void setOnLayer(IntConsumer action) {
        onLayer = action;
    }

    /// What is shown now; empty before the first snapshot.
    public Optional<HistogramView> shown() {
        return shown;
    }

    /// What is shown now, with its heading, to keep.
    public Optional<Figure.Part> part() {
        return shown.map(view -> SignalParts.histograms(view, layout.get()));
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        header.title().setText(SignalParts.histogramTitle(quantity.get()));
        Optional<Range> range = held.get() ? shown.flatMap(this::rangeToHold) : Optional.empty();
        shown = Optional.ofNullable(snapshot.get()).map(each -> view(each, range));
        canvas.chartProperty().set(shown.<Chart>map(layout.get()::chart).orElse(null));
    }

    private Optional<Range> rangeToHold(HistogramView before) {
        return before.quantity() == quantity.get()
                ? Optional.of(before.commonRange())
                : Optional.empty();
    }

    private HistogramView view(Snapshot each, Optional<Range> range) {
        return new HistogramView(
                HistogramView.layers(each, quantity.get()),
                quantity.get(),
                counts.get(),
                axis.get(),
                range);
    }
}
