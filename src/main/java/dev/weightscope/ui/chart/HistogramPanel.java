package dev.weightscope.ui.chart;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalParts;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The histograms of all layers in one direction, with the choice of which tensor is shown.
public final class HistogramPanel extends VBox {
    private final Direction direction;
    private final HistogramLook look;
    private final ObjectProperty<@Nullable Snapshot> snapshot = new SimpleObjectProperty<>();
    private final ObjectProperty<Quantity> quantity;
    private final BooleanProperty flat = new SimpleBooleanProperty();
    private final BooleanProperty held = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private final PanelHeader header;
    private Optional<HistogramView> shown = Optional.empty();
    private IntConsumer onLayer = _ -> {};

    /// @param look shared with other panels
    public HistogramPanel(Direction direction, HistogramLook look) {
        this.direction = direction;
        this.look = look;
        quantity =
                new SimpleObjectProperty<>(
                        switch (direction) {
                            case FORWARD -> Quantity.ACTIVATION;
                            case BACKWARD -> Quantity.PRE_ACTIVATION_GRADIENT;
                        });
        getStyleClass().add("chart-panel");
        header = header();
        canvas.setId(
                switch (direction) {
                    case FORWARD -> "histograms";
                    case BACKWARD -> "gradients";
                });
        canvas.setOnPick(hit -> onLayer.accept(hit.stop()));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        look.all().forEach(each -> each.subscribe(this::update));
        snapshot.subscribe(this::update);
        quantity.subscribe(this::update);
        flat.subscribe(this::update);
        held.subscribe(this::update);
    }

    private PanelHeader header() {
        PanelHeader made =
                PanelHeader.marked(
                        new WayArrow(direction),
                        PanelControls.quantities("quantity", direction, quantity));
        quantity.subscribe(now ->
                made.title()
                        .setText(
                                switch (direction) {
                                    case FORWARD -> now.label() + "s";
                                    case BACKWARD -> "Gradients";
                                }));
        return made;
    }

    /// What is shown, in a word.
    public String name() {
        return header.title().getText();
    }

    public ObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot;
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /// Whether it is one of two rows: its layers go from the left to the right then.
    public BooleanProperty flatProperty() {
        return flat;
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

    /// What is shown now; empty before the first snapshot that has such tensors.
    public Optional<HistogramView> shown() {
        return shown;
    }

    /// What is shown now, with its heading, to keep.
    public Optional<Figure.Part> part() {
        HistogramLayout layout = look.layoutProperty().get();
        return shown.map(view ->
                flat.get()
                        ? SignalParts.strip(view, layout)
                        : SignalParts.histograms(view, layout));
    }

    /// As [#part], of another snapshot; on any thread, and as the panel is now.
    public Function<Snapshot, Figure.Part> redraw() {
        Quantity drawn = quantity.get();
        Scale counts = look.countsProperty().get();
        Axis axis = look.axisProperty().get();
        HistogramLayout layout = look.layoutProperty().get();
        boolean isFlat = flat.get();
        return other -> {
            HistogramView view = new HistogramView(other, drawn, counts, axis);
            return isFlat ? SignalParts.strip(view, layout) : SignalParts.histograms(view, layout);
        };
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        Optional<Range> range = held.get() ? shown.flatMap(this::rangeToHold) : Optional.empty();
        shown =
                Optional.ofNullable(snapshot.get())
                        .filter(each -> each.has(direction))
                        .map(each -> view(each, range));
        Optional<String> remark =
                flat.get() ? shown.flatMap(HistogramView::remark) : Optional.empty();
        header.note(remark.map(each -> way() + " · " + each).orElse(way()), way());
        canvas.chartProperty().set(shown.map(this::chart).orElse(null));
    }

    private String way() {
        return switch (direction) {
            case FORWARD -> "input → loss";
            case BACKWARD -> "loss → input";
        };
    }

    private Chart chart(HistogramView view) {
        return flat.get()
                ? look.layoutProperty().get().strip(view)
                : look.layoutProperty().get().chart(view);
    }

    private Optional<Range> rangeToHold(HistogramView before) {
        return before.quantity() == quantity.get()
                ? Optional.of(before.commonRange())
                : Optional.empty();
    }

    private HistogramView view(Snapshot each, Optional<Range> range) {
        return new HistogramView(
                        each,
                        quantity.get(),
                        look.countsProperty().get(),
                        look.axisProperty().get())
                .withHeld(range);
    }
}
