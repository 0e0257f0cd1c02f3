package dev.weightscope.ui.inspect;

import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.model.WeightsReading;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.weights.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The layers that are chosen, and the labs that they can be sent to. Where the layers do not fit
/// beside the labs, they stand below.
final class StackBar extends VBox {
    private static final String HINT = "Tick matrices in the order of layers to run or train them.";

    private final LayerStack stack;
    private final WeightReader reader;
    private final Label layers = new Label();
    private final Label below = new Label();
    private final Tooltip whole = new Tooltip();
    private final List<Button> labs = new ArrayList<>();
    private boolean isLoading;

    StackBar(LayerStack stack, WeightReader reader, InspectActions actions) {
        super(2);
        this.stack = stack;
        this.reader = reader;
        setId("stack");
        Label title = PanelParts.title("Layers");
        layers.setId("stack-layers");
        layers.getStyleClass().add("hint");
        layers.setMinWidth(0);
        layers.setMaxWidth(Double.MAX_VALUE);
        layers.setTooltip(whole);
        layers.visibleProperty().bind(layers.textTruncatedProperty().not());
        below.setId("stack-layers-below");
        below.getStyleClass().addAll("hint", "stack-layers");
        below.setWrapText(true);
        below.setMinHeight(USE_PREF_SIZE);
        below.setTooltip(whole);
        below.textProperty().bind(layers.textProperty());
        below.visibleProperty().bind(layers.textTruncatedProperty());
        below.managedProperty().bind(below.visibleProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        HBox.setHgrow(layers, Priority.ALWAYS);
        Label sendTo = new Label("Send to");
        sendTo.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, title, layers, sendTo);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, below);
        for (InspectActions.Receiver lab : actions.receivers()) {
            Button button = new Button(lab.label());
            button.setAccessibleText("Send to " + lab.label());
            button.setId("send-to-" + lab.key());
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(
                    new Tooltip("These layers in the place of drawn weights, in " + lab.label()));
            button.setOnAction(_ -> send(lab));
            labs.add(button);
            row.getChildren().add(button);
        }
        stack.chosenProperty().subscribe(_ -> show());
    }

    private void show() {
        LayerStack.Chosen chosen = stack.chosenProperty().get();
        String text =
                chosen.plan()
                        .map(plan -> plan.widths().label() + ": " + shortNames(plan) + besides())
                        .orElse(
                                chosen.names().isEmpty()
                                        ? hint()
                                        : Sentences.finished(chosen.complaint()));
        layers.setText(isLoading ? "Reading the values…" : text);
        whole.setText(chosen.plan().map(plan -> names(plan) + besides()).orElse(text));
        boolean canSend = chosen.plan().isPresent() && !isLoading;
        labs.forEach(each -> each.setDisable(!canSend));
    }

    private String hint() {
        String convolutions = stack.convolutions();
        return convolutions.isEmpty() ? HINT : HINT + " " + convolutions;
    }

    /// What of the file stays behind for its shape.
    private String besides() {
        String convolutions = stack.convolutions();
        return convolutions.isEmpty() ? "" : " · " + convolutions;
    }

    private static String names(LayerPlan plan) {
        return joined(layerNames(plan));
    }

    private static String shortNames(LayerPlan plan) {
        return joined(ShortNames.of(layerNames(plan)));
    }

    private static List<String> layerNames(LayerPlan plan) {
        return plan.tensors().tensors().stream().map(TensorChoice.Named::name).toList();
    }

    private static String joined(List<String> names) {
        return String.join(" → ", names.stream().map(Quoted::value).toList());
    }

    private void send(InspectActions.Receiver lab) {
        Optional<LayerPlan> plan = stack.chosenProperty().get().plan();
        if (plan.isEmpty()) {
            return;
        }
        isLoading = true;
        show();
        reader.load(
                stack.source(),
                WeightsReading.DEFAULT.withTensors(plan.get().tensors()),
                outcome -> take(outcome, lab));
    }

    private void take(Outcome<LoadedWeights> outcome, InspectActions.Receiver lab) {
        isLoading = false;
        show();
        switch (outcome) {
            case Outcome.Done<LoadedWeights>(LoadedWeights loaded) -> lab.take(loaded);
            case Outcome.Failed<LoadedWeights>(String sentence) ->
                    layers.setText(Sentences.finished(sentence));
        }
    }
}
