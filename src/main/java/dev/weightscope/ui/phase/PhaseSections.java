package dev.weightscope.ui.phase;

import dev.weightscope.lab.Lab;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.data.DataChoice;
import dev.weightscope.ui.state.LabState;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What of the plane is mapped, and how networks are trained all over it, as controls made from the
/// lab's options; what is shown is chosen above the map.
public final class PhaseSections {
    private static final String DATA = "data";
    private static final List<String> MAP = List.of("sigma-w2", "sigma-b2");
    private static final List<String> MEASURED =
            List.of(
                    DATA,
                    "steps",
                    "optimizer",
                    "learning-rate",
                    "weight-decay",
                    "batch",
                    "draws",
                    "measured-w2",
                    "measured-b2");

    private final Options<PhaseSettings> options;
    private final LabState<PhaseSettings, PhaseAnswer> state;
    private final ObservableValue<PhaseSettings> settings;

    public PhaseSections(
            Lab<PhaseSettings, PhaseAnswer> lab, LabState<PhaseSettings, PhaseAnswer> state) {
        options = lab.saved().options();
        this.state = state;
        settings = state.liveProperty().map(live -> live.question().settings());
    }

    /// From the top to the bottom.
    public List<Node> sections() {
        return List.of(section("Map", MAP), section("Measure trainability", MEASURED));
    }

    private FoldedSection section(String title, List<String> keys) {
        List<Option<PhaseSettings, ?>> shown =
                keys.stream().<Option<PhaseSettings, ?>>map(this::option).toList();
        FoldedSection section =
                new FoldedSection(title, shown.stream().map(this::row).toArray(Node[]::new));
        settings.subscribe(now ->
                section.mark(
                        shown.stream().flatMap(option -> changed(option, now).stream()).toList()));
        return section;
    }

    private Option<PhaseSettings, ?> option(String key) {
        return options.find("--" + key);
    }

    /// What is not as at first: `steps 400`.
    private Optional<String> changed(Option<PhaseSettings, ?> option, PhaseSettings now) {
        return option.write(now)
                .filter(text -> !option.write(options.defaults()).equals(Optional.of(text)))
                .map(text -> option.key().equals(DATA) ? text : option.label() + " " + text);
    }

    private Node row(Option<PhaseSettings, ?> option) {
        return option.key().equals(DATA)
                ? DataChoice.of(
                        settings.map(now -> now.trainability().training().data()),
                        key -> state.edit(now -> option.read(now, key)))
                : OptionRow.of(options, option, settings, state::edit);
    }
}
