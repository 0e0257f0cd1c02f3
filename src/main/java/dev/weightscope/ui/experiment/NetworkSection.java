package dev.weightscope.ui.experiment;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Sampling;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.SegmentsRow;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SliderScale;
import dev.weightscope.ui.state.Workbench;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Depth, width, samples, activation and number format.
final class NetworkSection extends VBox {
    /// Deeper networks can be typed; a slider to 1000 would leave no room for the usual ones.
    private static final double DEEPEST_TO_DRAG = 200;

    private final NumberSlider depth;
    private final NumberSlider width;
    private final NumberSlider samples;
    private final NumberSlider slope;
    private final Choice<ActivationFunction> activation;
    private final Label formula = new Label();
    private final ObjectProperty<NumberFormat> format =
            new SimpleObjectProperty<>(Experiment.DEFAULT.format());

    NetworkSection(Workbench workbench) {
        Experiment standard = Experiment.DEFAULT;
        depth =
                new NumberSlider(
                        "Depth",
                        NumberRange.integers(1, DEEPEST_TO_DRAG, SliderScale.LOG, standard.depth()),
                        value -> workbench.edit(e -> e.withDepth(value.intValue())));
        width =
                new NumberSlider(
                        "Width",
                        NumberRange.integers(
                                1,
                                LayerWidths.MAX_WIDTH,
                                SliderScale.LOG,
                                standard.widths().width()),
                        value -> workbench.edit(e -> e.withWidth(value.intValue())));
        samples =
                new NumberSlider(
                        "Samples",
                        NumberRange.integers(
                                1, Sampling.MAX_SAMPLES, SliderScale.LOG, standard.samples()),
                        value -> workbench.edit(e -> e.withSamples(value.intValue())));
        activation =
                new Choice<>(
                        "Activation",
                        Arrays.asList(ActivationFunction.values()),
                        ActivationFunction::label,
                        function ->
                                workbench.edit(e ->
                                        e.withActivation(e.activation().withFunction(function))));
        activation.setPictures(ActivationCurve::new);
        slope =
                new NumberSlider(
                        "Slope",
                        NumberRange.decimals(
                                0, 1, SliderScale.LINEAR, Activation.DEFAULT_NEGATIVE_SLOPE),
                        value ->
                                workbench.edit(e ->
                                        e.withActivation(e.activation().withNegativeSlope(value))));
        formula.getStyleClass().add("formula-line");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        format.addListener((_, _, chosen) -> workbench.edit(e -> e.withFormat(chosen)));
        SegmentsRow formats =
                new SegmentsRow(
                        "Format", List.of(NumberFormat.values()), format, NetworkSection::name);
        getChildren()
                .add(
                        new Section(
                                "Network",
                                depth,
                                width,
                                samples,
                                activation,
                                formula,
                                slope,
                                formats));
        workbench.experimentProperty().subscribe(this::show);
    }

    private static Segments.Name name(NumberFormat each) {
        return new Segments.Name(
                "format-" + each.key(),
                each.label(),
                "Number format %s: %d significand bits, largest value %s"
                        .formatted(
                                each.label(),
                                each.significandBits(),
                                Numbers.significant(each.largest(), 5)));
    }

    private void show(Experiment experiment) {
        depth.show(experiment.depth());
        width.show(experiment.widths().width());
        samples.show(experiment.samples());
        activation.show(experiment.activation().function());
        formula.setText(experiment.activation().formula());
        slope.show(experiment.activation().negativeSlope());
        format.set(experiment.format());
        Shown.when(slope, experiment.activation().hasNegativeSlope());
    }
}
