package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.training.TrainingImports;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;

/// What is shown of labs: of those with panels of their own these, of all others their options,
/// charts and tables.
///
/// @param window whose centre and sides they take
/// @param experiment shown with every lab
/// @param resultsWidth of the panel at the right
record OwnSights(
        Workspace workspace,
        ObservableValue<Palette> palette,
        BorderPane window,
        ExperimentPanel experiment,
        Imports imports,
        Notices notices,
        double resultsWidth) {
    <S, A> LabSight of(LabTab<S, A> tab) {
        return tab.of(TrainingLab.class)
                .<LabSight>map(training ->
                        new TrainingSight(
                                training,
                                workspace,
                                palette,
                                window,
                                experiment,
                                new TrainingImports(training.state(), imports, notices),
                                resultsWidth))
                .or(() ->
                        tab.of(SpectrumLab.class)
                                .map(spectrum ->
                                        new SpectrumSight(
                                                spectrum,
                                                workspace,
                                                palette,
                                                window,
                                                experiment,
                                                resultsWidth)))
                .or(() ->
                        tab.of(SweepLab.class)
                                .map(sweep ->
                                        new SweepSight(
                                                sweep,
                                                workspace,
                                                palette,
                                                window,
                                                experiment,
                                                resultsWidth)))
                .or(() ->
                        tab.of(PhaseLab.class)
                                .map(phase ->
                                        new PhaseSight(
                                                phase,
                                                workspace,
                                                palette,
                                                window,
                                                experiment,
                                                resultsWidth)))
                .orElseGet(() ->
                        new PlainSight<>(
                                tab, workspace, palette, window, experiment, resultsWidth));
    }
}
