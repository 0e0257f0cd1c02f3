package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.export.TableFile;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorColumns;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Exports;
import dev.weightscope.ui.inspect.InspectActions;
import dev.weightscope.ui.inspect.InspectOptions;
import dev.weightscope.ui.inspect.InspectPane;
import dev.weightscope.ui.inspect.InspectResults;
import dev.weightscope.ui.inspect.Inspection;
import dev.weightscope.ui.inspect.WeightReader;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// The file that is inspected: how it is read at the left, its tensors, and what they mean.
final class InspectSight implements LabSight {
    private final BorderPane window;
    private final Node experiment;
    private final Inspection inspection;
    private final InspectPane pane;
    private final InspectOptions options;
    private final InspectResults results;
    private final ResultsPlace place;
    private final ObservableValue<Optional<Doing>> doing;

    /// @param sent takes layers of a file to labs
    /// @param window whose centre and sides it takes
    /// @param experiment what is at the left for labs
    InspectSight(
            Inspection inspection,
            WeightReader reader,
            Desktop desktop,
            SentWeights sent,
            ViewState view,
            ObservableValue<Palette> palette,
            BorderPane window,
            Node experiment,
            double optionsWidth,
            double resultsWidth) {
        this.window = window;
        this.experiment = experiment;
        this.inspection = inspection;
        InspectActions actions = new InspectActions(inspection, desktop, sent.receivers());
        pane = new InspectPane(actions, reader, palette);
        pane.keep(view);
        options = new InspectOptions(inspection, pane, optionsWidth);
        results = new InspectResults(inspection, pane, resultsWidth);
        place =
                new ResultsPlace(
                        window, pane, results, results.line(), results.openProperty(), noAdvice());
        doing = inspection.standProperty().map(this::doing);
    }

    /// What to look for is said of prepared scenes alone.
    private static Node noAdvice() {
        Region none = new Region();
        Shown.when(none, false);
        return none;
    }

    private Optional<Doing> doing(Inspection.Stand stand) {
        return Optional.of(
                switch (stand) {
                    case Inspection.Stand.Reading(String name, Optional<Step> step) ->
                            new Doing(
                                    "Reading %s%s"
                                            .formatted(
                                                    name,
                                                    step.map(each -> ": " + each.label())
                                                            .orElse("")),
                                    true);
                    case Inspection.Stand.Refused(String name, String _, String _) ->
                            new Doing(name + " was not opened", false);
                    case Inspection.Stand.Settled _ -> new Doing(settled(), false);
                });
    }

    private String settled() {
        Inspected inspected = inspection.shownProperty().get();
        return inspected == null
                ? "No file is open"
                : Amounts.counted(inspected.file().tensors().size(), "tensor")
                        + " read; nothing in the file was run";
    }

    @Override
    public ObservableValue<Optional<Doing>> doingProperty() {
        return doing;
    }

    @Override
    public String hint() {
        return "↑ ↓: tensor · Enter: charts · L: a layer · Ctrl+O: open · F1: help";
    }

    @Override
    public Optional<Left> ownLeft() {
        return Optional.of(new Left(options, options.first()));
    }

    @Override
    public void show() {
        window.setLeft(options);
        place.show();
    }

    @Override
    public void hide() {
        window.setLeft(experiment);
        place.hide();
    }

    @Override
    public Exports.About about(Experiment experiment) {
        return Exports.About.file(
                Optional.ofNullable(inspection.shownProperty().get())
                        .map(each -> each.file().name())
                        .orElse("weights"));
    }

    @Override
    public List<Exportable> pictures() {
        return focusedPicture().stream().toList();
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        Inspected inspected = inspection.shownProperty().get();
        return inspected == null
                ? Optional.empty()
                : pane.picture()
                        .map(chart ->
                                Exportable.of(
                                        "Charts of the tensor",
                                        new Figure(
                                                new Figure.Part(pane.title(), chart, 1),
                                                inspected.caption(pane.title())),
                                        pane.canvas().getWidth(),
                                        pane.canvas().getHeight()));
    }

    @Override
    public List<TableFile> tables() {
        Inspected inspected = inspection.shownProperty().get();
        return inspected == null
                ? List.of()
                : List.of(TableFile.of("tensors", "Tensors", TensorColumns.of(inspected)));
    }

    /// What is pinned are settings of experiments.
    @Override
    public void pinCurrent() {}

    /// Prepared scenes are of labs.
    @Override
    public void advise(String sentences) {}

    @Override
    public boolean goBack() {
        boolean wasRefused = inspection.standProperty().get() instanceof Inspection.Stand.Refused;
        inspection.dismiss();
        return place.close() || wasRefused;
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public Node focusedChart() {
        return pane.first();
    }

    @Override
    public Node results() {
        return results;
    }

    @Override
    public Node firstResult() {
        return results;
    }
}
