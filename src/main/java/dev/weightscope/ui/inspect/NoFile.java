package dev.weightscope.ui.inspect;

import dev.weightscope.model.Step;
import dev.weightscope.ui.controls.Shown;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What there is to do before a file is shown.
final class NoFile extends VBox {
    private final Label title = new Label();
    private final HBox buttons;
    private final Button cancel = new Button("Cancel");
    final Button open = new Button("Open…");

    NoFile(InspectActions actions) {
        getStyleClass().add("no-file");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("panel-title");
        Label formats =
                new Label(
                        "safetensors, npz, npy, GGUF, ONNX, PyTorch, Keras. Read on this machine,"
                                + " never run.");
        formats.getStyleClass().add("hint");
        open.setId("open-first");
        open.getStyleClass().add("primary");
        open.setTooltip(new Tooltip("A file of weights (Ctrl+O)"));
        open.setOnAction(_ -> actions.chooseFile());
        Button example = new Button("Try a small MNIST network");
        example.setId("open-example");
        example.setTooltip(new Tooltip("Twelve tensors that come along, some of them trained"));
        example.setOnAction(_ -> actions.openExample());
        cancel.setOnAction(_ -> actions.inspection().cancel());
        buttons = new HBox(8, open, example);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(title, formats, buttons, cancel);
        show(new Inspection.Stand.Settled());
    }

    void show(Inspection.Stand stand) {
        boolean isReading = stand instanceof Inspection.Stand.Reading;
        Shown.when(buttons, !isReading);
        Shown.when(cancel, isReading);
        title.setText(
                stand instanceof Inspection.Stand.Reading(String name, Optional<Step> _)
                        ? "Opening " + name
                        : "Drop a file of weights here");
    }
}
