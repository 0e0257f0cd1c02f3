package dev.weightscope.ui.sweep;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepReading;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.ui.controls.Dimmer;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.result.ComparedSection;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a sweep means: where each curve tips, in words, and the way to take that value.
public final class SweepResults extends ResultsColumn {
    private final Session session;
    private final ComparedSection compared;
    private final Section reading = new Section("Reading");
    private final Dimmer dimmer = new Dimmer(reading);
    private final Button take = new Button("Take the crossing");
    private List<Series<SweepAnswer>> shown = List.of();

    public SweepResults(
            SweepLab lab,
            LabState<SweepSettings, SweepAnswer> state,
            Session session,
            ObservableValue<Palette> palette) {
        this.session = session;
        reading.setId("sweep-reading");
        take.setId("take-crossing");
        take.setTooltip(new Tooltip("Set the swept number to where the live curve crosses first"));
        take.setOnAction(_ -> takeCrossing(state));
        compared = new ComparedSection(session, lab, state, palette, take);
        VBox content = new VBox(compared, reading);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        show(List.of(), false);
    }

    private void takeCrossing(LabState<SweepSettings, SweepAnswer> state) {
        shown.stream()
                .findFirst()
                .flatMap(live -> live.values().atCrossing())
                .ifPresent(setup -> {
                    if (setup.training().equals(state.settings().training())) {
                        session.edit(now -> setup.experiment().withSeed(now.seed()));
                    } else {
                        state.edit(now -> now.withTraining(setup.training()));
                    }
                });
    }

    /// @param answers the live setting's first; empty before the first
    /// @param isStale whether they answer what is no longer asked: they fade, and no value is taken
    ///   from them
    public void show(List<Series<SweepAnswer>> answers, boolean isStale) {
        shown = answers;
        dimmer.show(isStale);
        take.setDisable(
                isStale || answers.isEmpty() || answers.getFirst().values().atCrossing().isEmpty());
        List<String> sentences =
                answers.stream()
                        .flatMap(each ->
                                new SweepReading(each.label(), each.values()).sentences().stream())
                        .toList();
        reading.getChildren().remove(1, reading.getChildren().size());
        for (String sentence : sentences) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            reading.getChildren().add(label);
        }
        Shown.when(reading, !sentences.isEmpty());
    }

    @Override
    public void pinCurrent() {
        compared.pinCurrent();
    }

    @Override
    public ObservableValue<String> refusalProperty() {
        return compared.refusalProperty();
    }

    /// What is said in one line.
    public String line() {
        return shown.stream()
                .findFirst()
                .map(live ->
                        String.join(" ", new SweepReading(live.label(), live.values()).sentences()))
                .orElse("");
    }
}
