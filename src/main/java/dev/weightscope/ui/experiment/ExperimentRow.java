package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.state.Session;
import javafx.scene.Node;

/// The control of a part of the experiment that needs nothing but its option.
final class ExperimentRow {
    private ExperimentRow() {}

    static Node of(Session session, Option<Experiment, ?> option) {
        return OptionRow.of(
                ExperimentOptions.ALL, option, session.experimentProperty(), session::edit);
    }
}
