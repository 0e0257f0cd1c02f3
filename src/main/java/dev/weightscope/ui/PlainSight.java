package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.export.TableFile;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.result.ComparedSection;
import dev.weightscope.ui.state.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A lab without a panel of its own: its options above the experiment's, its charts and its table,
/// and the compared settings with what it says of each.
final class PlainSight<S, A> implements LabSight {
    private final BorderPane window;
    private final ExperimentPanel experiment;
    private final LabPane<S, A> pane;
    private final ComparedSection compared;
    private final ScrollPane results;
    private final List<Node> own;

    /// @param window whose centre, left and right it takes
    /// @param experiment shown with every lab
    PlainSight(
            LabTab<S, A> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        this.window = window;
        this.experiment = experiment;
        pane = new LabPane<>(tab, workspace, palette);
        compared = new ComparedSection(workspace.session(), tab.lab(), tab.state(), palette);
        VBox content = new VBox(compared);
        content.getStyleClass().add("panel-content");
        results = new ScrollPane();
        SidePanels.scroll(results, content);
        results.getStyleClass().addAll("side-panel", "result-panel");
        results.setPrefWidth(resultsWidth);
        results.setMinWidth(resultsWidth);
        own =
                tab.lab().options().list().isEmpty()
                        ? List.of()
                        : List.of(
                                new LabOptions<>(
                                        tab.lab().label(), tab.lab().options(), tab.state()));
    }

    @Override
    public void show() {
        VBox left = new VBox();
        left.getChildren().addAll(own);
        left.getChildren().add(experiment);
        VBox.setVgrow(experiment, Priority.ALWAYS);
        window.setLeft(left);
        window.setCenter(pane);
        window.setRight(results);
    }

    @Override
    public void hide() {
        window.setLeft(experiment);
        window.setRight(null);
    }

    @Override
    public List<Exportable> pictures() {
        return pane.pictures();
    }

    @Override
    public List<TableFile> tables() {
        return pane.tables();
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        return pane.picture();
    }

    @Override
    public void pinCurrent() {
        compared.pinCurrent();
    }

    @Override
    public void advise(String sentences) {
        pane.advise(sentences);
    }

    @Override
    public boolean goBack() {
        return false;
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public Node focusedChart() {
        return pane.canvas();
    }

    @Override
    public Node results() {
        return results;
    }
}
