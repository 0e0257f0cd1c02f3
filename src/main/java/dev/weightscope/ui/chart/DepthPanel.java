package dev.weightscope.ui.chart;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Spread;
import dev.weightscope.signal.DepthCurves;
import dev.weightscope.signal.SignalAnswer;
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

/// The spread of the signal by depth, for the live setting and the pinned ones.
public final class DepthPanel extends VBox {
    private final ObjectProperty<List<Series<SignalAnswer>>> answers =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Spread> spread = new SimpleObjectProperty<>(Spread.STD);
    private final BooleanProperty fitsLive = new SimpleBooleanProperty();
    private final BooleanProperty held = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private final PanelHeader header;
    private final ToggleButton fit = PanelControls.fitLive(fitsLive);
    private Optional<LineChart> shown = Optional.empty();
    private IntConsumer onLayer = _ -> {};

    public DepthPanel() {
        getStyleClass().add("chart-panel");
        header = new PanelHeader(fit, PanelControls.spreads(spread));
        canvas.setId("depth");
        canvas.setOnPick(hit -> {
            if (hit.stop() > 0) {
                onLayer.accept(hit.stop());
            }
        });
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        answers.subscribe(this::update);
        spread.subscribe(this::update);
        fitsLive.subscribe(this::update);
        held.subscribe(this::update);
    }

    /// The answers whose curves are drawn, from the back to the front; the list is read when it is
    /// set.
    public ObjectProperty<List<Series<SignalAnswer>>> answersProperty() {
        return answers;
    }

    public ObjectProperty<Spread> spreadProperty() {
        return spread;
    }

    /// Whether the axis ends where the live curve does, so that a far deeper one does not squeeze
    /// it.
    public BooleanProperty fitsLiveProperty() {
        return fitsLive;
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

    /// What is shown now; empty while there is no answer.
    public Optional<LineView> shown() {
        return shown.map(LineChart::view);
    }

    /// What the axis spans now; empty while there is no answer.
    public Optional<Range> range() {
        return shown.map(LineChart::range);
    }

    /// What is shown now, with its heading, to keep.
    public Optional<Figure.Part> part() {
        return shown().map(SignalParts::depth);
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        String quantity = spread.get().label();
        header.title().setText(SignalParts.depthTitle(quantity));
        Optional<Range> range =
                held.get()
                        ? shown.filter(before -> before.view().quantity().equals(quantity))
                                .map(LineChart::range)
                        : Optional.empty();
        shown =
                answers.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LineChart(view(), range));
        canvas.chartProperty().set(shown.orElse(null));
    }

    private LineView view() {
        LineView all = DepthCurves.of(answers.get(), Direction.FORWARD, spread.get());
        LineView fitted = all.untilLiveEnds();
        // With no deeper curve there is nothing to fit.
        fit.setDisable(!fitsLive.get() && fitted.stops().count() == all.stops().count());
        return fitsLive.get() ? fitted : all;
    }
}
