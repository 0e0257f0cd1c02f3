package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.WidthOptions;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.SegmentsRow;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Still;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Session;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Depth, width, samples, activation and number format.
final class NetworkSection extends VBox {
    private static final double HELP_WIDTH = 360;
    private static final double INPUT_GAP = 4;

    private final NumberSlider depth;
    private final NumberSlider width;
    private final Choice<ActivationFunction> activation;
    private final Label formula = new Label();
    private final Label inputName = new Label();
    private final Label inputSize = new Label();
    private final Tooltip inputHelp = new Tooltip();
    private final VBox input = new VBox();
    private final Label leftOut = new Label();
    private final Tooltip wholeLeftOut = new Tooltip();
    private final ObjectProperty<NumberFormat> format =
            new SimpleObjectProperty<>(Experiment.DEFAULT.format());

    /// @param reading asks how the input is read; stands beside the input
    NetworkSection(Session session, Notices notices, Button reading) {
        reading.setGraphic(new FontIcon(Feather.SLIDERS));
        reading.getStyleClass().add("flat-button");
        reading.setId("input-reading");
        depth = NumberSlider.of(ExperimentOptions.ALL, WidthOptions.DEPTH, session::edit);
        width =
                NumberSlider.of(
                        ExperimentOptions.ALL,
                        WidthOptions.WIDTH,
                        change -> setWidth(session, notices, change));
        activation =
                new Choice<>(
                        "Activation",
                        Arrays.asList(ActivationFunction.values()),
                        ActivationFunction::label,
                        function ->
                                session.edit(e ->
                                        e.withActivation(e.activation().withFunction(function))));
        activation.setPictures(ActivationCurve::new);
        formula.getStyleClass().add("formula-line");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        for (Label each : List.of(inputName, inputSize)) {
            each.getStyleClass().add("input-line");
            each.setTooltip(inputHelp);
        }
        inputName.setMinWidth(0);
        inputSize.setMinWidth(USE_PREF_SIZE);
        HBox inputLine = new HBox(INPUT_GAP, inputName, inputSize, reading);
        inputLine.setAlignment(Pos.CENTER_LEFT);
        leftOut.setId("left-out");
        leftOut.getStyleClass().add("input-line");
        leftOut.setTooltip(wholeLeftOut);
        wholeLeftOut.setWrapText(true);
        wholeLeftOut.setMaxWidth(HELP_WIDTH);
        format.addListener((_, _, chosen) -> session.edit(e -> e.withFormat(chosen)));
        SegmentsRow formats =
                new SegmentsRow(
                        "Format", List.of(NumberFormat.values()), format, NetworkSection::name);
        getChildren()
                .add(
                        new Section(
                                "Network",
                                depth,
                                width,
                                input,
                                activation,
                                formula,
                                ExperimentRow.of(session, ExperimentOptions.SLOPE),
                                formats));
        input.getStyleClass().add("section");
        input.getChildren()
                .addAll(
                        ExperimentRow.of(session, ExperimentOptions.SAMPLES),
                        new Still(inputLine),
                        leftOut);
        session.experimentProperty().subscribe(this::show);
    }

    /// Whether samples and input are shown; where a lab has data of its own, they count for
    /// nothing.
    void showInput(boolean isShown) {
        Shown.when(input, isShown);
    }

    /// A width for all takes the place of a list, which is not to happen unseen.
    private static void setWidth(
            Session session, Notices notices, UnaryOperator<Experiment> change) {
        LayerWidths before = session.experiment().widths();
        session.edit(change);
        if (before instanceof LayerWidths.Listed listed
                && session.experiment().widths() instanceof LayerWidths.Same) {
            notices.tell(
                    "One width for all layers has taken the place of " + listed.text() + ".",
                    "Undo",
                    session::undo);
        }
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
        boolean followsFromFile = experiment.initializer() instanceof LoadedWeights;
        depth.setDisable(followsFromFile);
        width.setDisable(followsFromFile);
        depth.show(experiment.depth());
        width.show(experiment.widths().width());
        inputName.setText(InputText.name(experiment));
        inputSize.setText(InputText.size(experiment));
        inputHelp.setText(InputText.help(experiment));
        String note = InputText.leftOut(experiment);
        leftOut.setText(note);
        wholeLeftOut.setText(note);
        Shown.when(leftOut, !note.isEmpty());
        activation.show(experiment.activation().function());
        formula.setText(experiment.activation().formula());
        format.set(experiment.format());
    }
}
