package dev.weightscope.ui.chart;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Spread;
import dev.weightscope.ui.controls.Segments;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;

/// The controls above the charts, each bound to the property that it chooses.
final class PanelControls {
    private PanelControls() {}

    static Node layouts(ObjectProperty<HistogramLayout> layout) {
        return Segments.of(
                List.of(HistogramLayout.values()),
                layout,
                each ->
                        switch (each) {
                            case GRID ->
                                    new Segments.Name("layout-grid", "Grid", "A panel a layer");
                            case RIDGE ->
                                    new Segments.Name(
                                            "layout-ridge",
                                            "Ridge",
                                            "All layers, one before the other");
                            case HEATMAP ->
                                    new Segments.Name(
                                            "layout-heatmap",
                                            "Heatmap",
                                            "All layers, a row of colours each");
                        });
    }

    static Node ways(ObjectProperty<Ways> ways) {
        return Segments.of(
                List.of(Ways.values()),
                ways,
                each ->
                        switch (each) {
                            case FORWARD ->
                                    new Segments.Name(
                                            "ways-forward",
                                            "Forward",
                                            "The signal, from the input to the loss; no gradient"
                                                    + " is computed");
                            case BACKWARD ->
                                    new Segments.Name(
                                            "ways-backward",
                                            "Backward",
                                            "The gradient, from the loss back to the input");
                            case BOTH ->
                                    new Segments.Name(
                                            "ways-both", "Both", "The signal and the gradient");
                        });
    }

    /// @param prefix of the buttons' ids
    static Node quantities(String prefix, Direction direction, ObjectProperty<Quantity> quantity) {
        return segments(prefix, Quantity.of(direction), quantity);
    }

    /// Those of both ways.
    ///
    /// @param prefix of the buttons' ids
    /// @param goesBack whether there are gradients to choose
    static Node allQuantities(
            String prefix, ObjectProperty<Quantity> quantity, ObservableValue<Boolean> goesBack) {
        List<Quantity> all = List.of(Quantity.values());
        SegmentedButton segments = segments(prefix, all, quantity);
        for (Quantity each : Quantity.of(Direction.BACKWARD)) {
            segments.getButtons()
                    .get(all.indexOf(each))
                    .disableProperty()
                    .bind(goesBack.map(has -> !has));
        }
        return segments;
    }

    private static SegmentedButton segments(
            String prefix, List<Quantity> values, ObjectProperty<Quantity> quantity) {
        return Segments.of(
                values,
                quantity,
                each ->
                        new Segments.Name(
                                prefix + "-" + each.key(),
                                switch (each.direction()) {
                                    case FORWARD -> each.label();
                                    case BACKWARD -> each.symbol();
                                },
                                help(each)));
    }

    private static String help(Quantity quantity) {
        return switch (quantity) {
            case ACTIVATION -> "Activations x = φ(z), what a layer hands on";
            case PRE_ACTIVATION -> "Pre-activations z = W·x + b, before the activation function";
            case WEIGHT -> "Weights W as they are drawn, gain included";
            case ACTIVATION_GRADIENT -> "Gradients by what a layer hands on";
            case PRE_ACTIVATION_GRADIENT ->
                    "Gradients by the pre-activations z = W·x + b, before any normalization";
            case WEIGHT_GRADIENT -> "Gradients by the weights, summed over the samples";
        };
    }

    /// @param prefix of the buttons' ids
    /// @param each what has an axis of its own
    static Node axes(String prefix, ObjectProperty<Axis> axis, String each) {
        return Segments.of(
                List.of(Axis.values()),
                axis,
                choice ->
                        switch (choice) {
                            case COMMON ->
                                    new Segments.Name(
                                            prefix + "-common",
                                            "Common",
                                            "One axis for all: widths can be compared");
                            case OWN ->
                                    new Segments.Name(
                                            prefix + "-own",
                                            "Own",
                                            each
                                                    + " from its smallest to its largest value:"
                                                    + " shapes can be compared");
                        });
    }

    static Node spreads(ObjectProperty<Spread> spread) {
        return Segments.of(
                List.of(Spread.values()),
                spread,
                each ->
                        new Segments.Name(
                                "spread-" + each.key(),
                                each.label(),
                                switch (each) {
                                    case STD ->
                                            "Standard deviation over all samples and units of a"
                                                    + " layer: √(mean of x² − (mean of x)²)";
                                    case RMS ->
                                            "Root of the mean of squares, around 0 instead of"
                                                    + " the mean: √(mean of x²)";
                                    case PER_UNIT_STD ->
                                            "Standard deviation of each unit across the samples,"
                                                + " averaged over the units; 0: all samples look"
                                                + " alike to the layer";
                                }));
    }

    static ToggleButton fitLive(BooleanProperty fitted) {
        ToggleButton fit = new ToggleButton("Fit depth");
        fit.setId("fit-live");
        fit.getStyleClass().add("chart-toggle");
        String help =
                "End the axis at the last layer of the live setting; pinned curves of deeper"
                        + " networks go on beyond it, unseen";
        fit.setAccessibleText(help);
        fit.setTooltip(new Tooltip(help));
        fit.setMinWidth(ToggleButton.USE_PREF_SIZE);
        fit.selectedProperty().bindBidirectional(fitted);
        return fit;
    }

    static ToggleButton log(String id, ObjectProperty<Scale> counts) {
        ToggleButton log = new ToggleButton("log");
        log.setId(id);
        log.getStyleClass().add("chart-toggle");
        log.setAccessibleText("Logarithmic counts");
        log.setTooltip(
                new Tooltip(
                        "Height ∝ log(1 + count) instead of count: shows the few values in the"
                                + " tails"));
        log.setMinWidth(ToggleButton.USE_PREF_SIZE);
        counts.subscribe(scale -> log.setSelected(scale == Scale.LOG));
        log.selectedProperty().subscribe(isLog -> counts.set(isLog ? Scale.LOG : Scale.LINEAR));
        return log;
    }
}
