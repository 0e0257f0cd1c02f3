package dev.weightscope.ui.training;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.race.LayersAtStep;
import dev.weightscope.ui.controls.PanelParts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What stands above the charts of a race: their names, how to read them, and what can be chosen.
/// Which of it is shown is a matter of [RaceArrangement].
final class RaceHeaders {
    /// How far the race is. Its words have no room in a narrow window, where the status line alone
    /// says them.
    final RunningRace running;

    final Label boundaryNote = Headings.note();
    final HBox boundary;

    final Label lossTitle = PanelParts.title("Loss");
    final Label lossNote = Headings.note();
    final Node uppers;
    final Node larges;
    final Node frames;
    final Node scales;
    final HBox loss;

    final Label accuracy = PanelParts.title("Accuracy");

    final Label layersTitle = PanelParts.title("");
    final Label layersNote = Headings.note();
    final Node lowers;
    final HBox layers;

    final Label stdsTitle = PanelParts.title("Std by depth");
    final Label stdsNote = Headings.note();
    final HBox beside;

    final Label updates = PanelParts.title("log₁₀ update : weight");

    final Label comparedNote = Headings.note();
    final HBox compared;

    RaceHeaders(RaceChoices choices, RunningRace running) {
        this.running = running;
        boundaryNote.setText("first draw · lowest loss first · loss, right");
        boundary =
                Headings.row(PanelParts.title("Decision boundary"), boundaryNote, Headings.gap());
        uppers =
                Headings.choice(
                        choices.upper,
                        List.of(RaceChoices.Upper.values()),
                        "upper",
                        each -> each.label);
        larges =
                Headings.choice(
                        choices.large,
                        List.of(RaceChoices.Large.values()),
                        "large",
                        each -> each.label);
        frames =
                Headings.choice(
                        choices.frame,
                        List.of(LossChart.Frame.values()),
                        "frame",
                        each ->
                                switch (each) {
                                    case FIT -> "Fit";
                                    case ALL -> "All";
                                });
        scales =
                Headings.choice(
                        choices.scale,
                        List.of(LossChart.Scale.values()),
                        "scale",
                        each -> each.name().toLowerCase(Locale.ROOT));
        loss = Headings.row(lossTitle, lossNote, Headings.gap(), larges, uppers, frames, scales);
        lowers =
                Headings.choice(
                        choices.lower,
                        List.of(RaceChoices.Lower.values()),
                        "narrow-lower",
                        each -> each.label);
        layers = Headings.row(layersTitle, layersNote, Headings.gap(), lowers);
        stdsNote.setText("— act.  - - grad.");
        beside =
                Headings.row(
                        stdsTitle,
                        stdsNote,
                        Headings.gap(),
                        Headings.choice(
                                choices.beside,
                                List.of(RaceChoices.Beside.values()),
                                "beside",
                                each -> each.label));
        compared =
                Headings.row(
                        PanelParts.title("Compared"),
                        comparedNote,
                        Headings.gap(),
                        Headings.choice(
                                choices.compared,
                                List.of(LayersAtStep.Tensor.values()),
                                "compare",
                                LayersAtStep.Tensor::title),
                        Headings.choice(
                                choices.axis,
                                List.of(Axis.values()),
                                "compare-runs-axis",
                                each ->
                                        switch (each) {
                                            case COMMON -> "Common";
                                            case OWN -> "Own";
                                        }));
    }

    /// Parts of the headers that are not always there.
    List<Node> parts() {
        return List.of(
                running.words(),
                boundaryNote,
                lossTitle,
                lossNote,
                larges,
                uppers,
                frames,
                scales,
                lowers,
                stdsTitle,
                stdsNote);
    }
}
