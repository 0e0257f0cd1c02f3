package dev.weightscope.ui.sweep;

import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.LabState;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What is swept and what is measured, as controls made from the lab's options; and how networks
/// are trained, where a figure of a training is measured.
public final class SweepSections {
    private final Options<SweepSettings> options;
    private final LabState<SweepSettings, SweepAnswer> state;
    private final ObservableValue<SweepSettings> settings;

    public SweepSections(SweepLab lab, LabState<SweepSettings, SweepAnswer> state) {
        this.options = lab.saved().options();
        this.state = state;
        settings = state.liveProperty().map(live -> live.question().settings());
    }

    /// From the top to the bottom.
    public List<Node> sections() {
        Set<String> own = SweepLab.ownKeys();
        Section sweep = new Section("Sweep");
        Section training = new Section("Training");
        for (Option<SweepSettings, ?> option : options.list()) {
            if (own.contains(option.key())) {
                sweep.getChildren().add(row(option));
            } else if (!option.key().equals(SweepLab.SHARE)) {
                training.getChildren().add(row(option));
            }
        }
        settings.subscribe(now -> Shown.when(training, now.measure().isOfTraining()));
        return List.of(sweep, training);
    }

    private Node row(Option<SweepSettings, ?> option) {
        return OptionRow.of(options, option, settings, state::edit);
    }
}
