package dev.weightscope.ui;

import dev.weightscope.option.Options;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.state.LabState;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// A lab's own settings as controls, each made from its option.
final class LabOptions<S> extends VBox {
    LabOptions(String label, Options<S> options, LabState<S, ?> state) {
        getStyleClass().add("panel-content");
        ObservableValue<S> settings = state.liveProperty().map(live -> live.question().settings());
        Section section = new Section(label);
        options.list()
                .forEach(option ->
                        section.getChildren()
                                .add(OptionRow.of(options, option, settings, state::edit)));
        getChildren().add(section);
    }
}
