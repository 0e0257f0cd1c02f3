package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.InitializerOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.scene.layout.VBox;

/// What the initializer's scheme reads, and nothing else.
final class InitializerParameterRows extends VBox {
    private static final List<Option<Experiment, ?>> OPTIONS =
            ExperimentOptions.ALL.ownedBy(InitializerOptions.INITIALIZER);

    InitializerParameterRows(Session session) {
        getStyleClass().add("rows");
        OPTIONS.forEach(option -> getChildren().add(ExperimentRow.of(session, option)));
        session.experimentProperty().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        Shown.when(this, OPTIONS.stream().anyMatch(option -> option.get(experiment).isPresent()));
    }
}
