package dev.weightscope.ui.chart;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.Scale;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/// How histograms are looked at: the same for all rows of them.
public final class HistogramLook {
    private final ObjectProperty<HistogramLayout> layout =
            new SimpleObjectProperty<>(HistogramLayout.GRID);
    private final ObjectProperty<Scale> counts = new SimpleObjectProperty<>(Scale.LINEAR);
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.COMMON);

    public ObjectProperty<HistogramLayout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Scale> countsProperty() {
        return counts;
    }

    /// Whether layers share their axis. Whoever sets it from an experiment's binning listens too:
    /// another axis needs other bins ([Axis#binning]).
    public ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    /// The buttons that choose them.
    Node[] controls() {
        return new Node[] {
            PanelControls.layouts(layout),
            PanelControls.log("counts-log", counts),
            PanelControls.axes("axis", axis, "Each layer")
        };
    }

    List<ObjectProperty<?>> all() {
        return List.of(layout, counts, axis);
    }
}
