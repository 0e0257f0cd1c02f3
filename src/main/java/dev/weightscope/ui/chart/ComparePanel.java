package dev.weightscope.ui.chart;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.CompareView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalParts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The histograms of several settings, a row each, on one axis or each on its own.
public final class ComparePanel extends VBox {
    private final ObjectProperty<List<Series<SignalAnswer>>> answers =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Quantity> quantity =
            new SimpleObjectProperty<>(Quantity.ACTIVATION);
    private final ObjectProperty<Scale> counts = new SimpleObjectProperty<>(Scale.LINEAR);
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.COMMON);

    private final BooleanProperty goesBack = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private Optional<CompareView> shown = Optional.empty();

    public ComparePanel() {
        getStyleClass().add("chart-panel");
        PanelHeader header =
                PanelHeader.titled(
                        PanelControls.log("compare-log", counts),
                        PanelControls.allQuantities("compare", quantity, goesBack),
                        PanelControls.axes("compare-axis", axis, "Each histogram"));
        header.title().setText("Compared");
        canvas.setId("compare");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        for (ObjectProperty<?> each : List.of(answers, quantity, counts, axis)) {
            each.subscribe(this::update);
        }
    }

    /// A row each, from the top; the list is read when it is set.
    public ObjectProperty<List<Series<SignalAnswer>>> answersProperty() {
        return answers;
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    public ObjectProperty<Scale> countsProperty() {
        return counts;
    }

    /// Whether the histograms share their axis of values.
    public ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return canvas.paletteProperty();
    }

    /// Whether a newer snapshot is on its way.
    public BooleanProperty staleProperty() {
        return canvas.staleProperty();
    }

    /// What is shown now; empty while there is no answer.
    public Optional<CompareView> shown() {
        return shown;
    }

    /// What is shown now, with its heading, to keep.
    public Optional<Figure.Part> part() {
        return shown.map(SignalParts::compare);
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        goesBack.set(
                answers.get().stream().anyMatch(each -> each.values().snapshot().hasGradients()));
        Quantity seen = goesBack.get() ? quantity.get() : quantity.get().in(Direction.FORWARD);
        shown =
                answers.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                SignalParts.rows(answers.get(), seen, counts.get(), axis.get()));
        canvas.chartProperty().set(shown.map(CompareMatrix::new).orElse(null));
    }
}
