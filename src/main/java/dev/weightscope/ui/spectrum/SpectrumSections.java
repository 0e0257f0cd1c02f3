package dev.weightscope.ui.spectrum;

import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.spectrum.SpectrumSettings;
import dev.weightscope.spectrum.Trained;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.LabState;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Where the Jacobian is looked at, and up to where a network is trained, as controls made from the
/// lab's options.
public final class SpectrumSections {
    private final Options<SpectrumSettings> options;
    private final LabState<SpectrumSettings, SpectrumAnswer> state;
    private final ObservableValue<SpectrumSettings> settings;

    public SpectrumSections(SpectrumLab lab, LabState<SpectrumSettings, SpectrumAnswer> state) {
        this.options = lab.saved().options();
        this.state = state;
        settings = state.liveProperty().map(live -> live.question().settings());
    }

    /// From the top to the bottom.
    public List<Node> sections() {
        Set<String> ofTraining = SpectrumLab.trainingKeys();
        FoldedSection places =
                new FoldedSection("Jacobian at", rows(key -> !ofTraining.contains(key)));
        FoldedSection training =
                new FoldedSection(
                        "Trained",
                        rows(key -> ofTraining.contains(key) && !key.equals(SpectrumLab.TRAINED)));
        settings.subscribe(now -> {
            places.mark(
                    now.places().equals(options.defaults().places())
                            ? List.of()
                            : List.of(now.text()));
            Shown.when(training, now.trained().isPresent());
            training.mark(now.trained().map(Trained::text).stream().toList());
        });
        return List.of(places, training);
    }

    private Node[] rows(Predicate<String> shown) {
        return options.list().stream()
                .filter(option -> shown.test(option.key()))
                .map(this::row)
                .toArray(Node[]::new);
    }

    private Node row(Option<SpectrumSettings, ?> option) {
        return OptionRow.of(options, option, settings, state::edit);
    }
}
