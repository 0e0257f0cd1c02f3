package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.ui.controls.CommitField.Content;
import dev.weightscope.ui.controls.FieldRow;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which draws.
final class SeedSection extends VBox {
    SeedSection(Session session) {
        Button draw = new Button("New draw", new FontIcon(Feather.REFRESH_CW));
        draw.setTooltip(new Tooltip("The same experiment with the next seed (Space)"));
        draw.setMinWidth(USE_PREF_SIZE);
        draw.setOnAction(_ -> session.drawAnew());
        FieldRow seed = new FieldRow("Seed", Content.NUMBER, text -> setSeed(session, text), draw);
        seed.setOption(ExperimentOptions.SEED.key());
        FoldedSection section = new FoldedSection("Random seed", seed);
        getChildren().add(section);
        session.experimentProperty()
                .subscribe(experiment -> {
                    String text = Long.toString(experiment.seed());
                    seed.show(text);
                    section.mark(
                            experiment.seed() == Experiment.DEFAULT.seed()
                                    ? List.of()
                                    : List.of(text));
                });
    }

    private static void setSeed(Session session, String text) {
        session.edit(e -> ExperimentOptions.SEED.read(e, text));
    }
}
