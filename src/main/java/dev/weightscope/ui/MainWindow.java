package dev.weightscope.ui;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.run.Background;
import dev.weightscope.ui.chart.LayerDialog;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.ExperimentFiles;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Exports;
import dev.weightscope.ui.file.PictureExport;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.state.Staleness;
import dev.weightscope.ui.state.Workbench;
import dev.weightscope.ui.theme.Themes;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;

/// The whole window: parts side by side, one state between them.
public final class MainWindow extends BorderPane {
    private static final double LEFT_WIDTH = 300;
    private static final double RIGHT_WIDTH = 280;

    /// Of a layer's details as a picture.
    private static final int LAYER_HEIGHT = 640;

    private final Workbench workbench;
    private final Desktop desktop;
    private final Notices notices;
    private final ObservableValue<Palette> palette;
    private final CentrePane centre;
    private final ResultPanel results;
    private final ExperimentFiles files;
    private final PictureExport pictures;
    private final Commands commands;

    /// @param presets the prepared scenes to offer
    /// @param exportFolder where to propose to put pictures
    public MainWindow(
            Workbench workbench,
            Themes themes,
            Desktop desktop,
            Notices notices,
            List<Preset> presets,
            Path exportFolder,
            KernelNote kernel) {
        this.workbench = workbench;
        this.desktop = desktop;
        this.notices = notices;
        palette =
                themes.schemeProperty()
                        .map(scheme -> scheme == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT);
        results = new ResultPanel(workbench, palette, new Staleness(workbench).staleProperty());
        centre = new CentrePane(workbench, palette, results.comparingProperty(), this::showLayer);
        files =
                new ExperimentFiles(
                        workbench,
                        desktop,
                        notices,
                        new Background(WeightScopeApplication.toolkitThread()));
        pictures =
                new PictureExport(
                        ExperimentText::formatAll,
                        palette::getValue,
                        desktop,
                        notices,
                        exportFolder);
        commands = commands();
        ExperimentPanel experiment = new ExperimentPanel(workbench, desktop, files::useTable);
        experiment.setPrefWidth(LEFT_WIDTH);
        experiment.setMinWidth(LEFT_WIDTH);
        results.setPrefWidth(RIGHT_WIDTH);
        results.setMinWidth(RIGHT_WIDTH);
        setTop(
                new TopBar(
                        commands,
                        presets,
                        this::load,
                        workbench.undoableProperty(),
                        workbench.redoableProperty(),
                        themes.themeProperty()));
        setLeft(experiment);
        setCenter(centre);
        setRight(results);
        StatusLine status = new StatusLine(workbench, kernel);
        status.follow(files.readingProperty());
        setBottom(status);
        setOnDragOver(this::acceptFiles);
        setOnDragDropped(this::openFiles);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        listen(scene);
                    }
                });
    }

    /// Where the last picture went.
    public Path exportFolder() {
        return pictures.folder();
    }

    /// The name of the file that is being read; empty if none is.
    public ReadOnlyStringProperty readingProperty() {
        return files.readingProperty();
    }

    private Commands commands() {
        return new Commands(
                Command.of("undo", "Undo", "Shortcut+Z", workbench::undo),
                Command.of("redo", "Redo", "Shortcut+Shift+Z", workbench::redo),
                Command.of("redo-too", "Redo", "Shortcut+Y", workbench::redo),
                Command.of("open", "Open experiment…", "Shortcut+O", files::open),
                Command.of("save", "Save experiment…", "Shortcut+S", files::save),
                Command.of("export", "Export PNG…", "Shortcut+E", this::export),
                Command.of("copy-chart", "Copy the focused chart", "Shortcut+C", this::copyChart),
                Command.of(
                        "copy-command-line",
                        "Copy command line",
                        "Shortcut+Shift+C",
                        this::copyCommandLine),
                Command.of("draw", "New draw", "Space", workbench::drawAnew),
                Command.of("pin", "Pin the current setting", "P", results::pinCurrent),
                Command.of("help", "Keys and gestures", "F1", this::showHelp));
    }

    /// All that happens between press and release is one step of the history.
    private void listen(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> workbench.beginGesture());
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> workbench.endGesture());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                _ -> {
                    if (!workbench.inGestureProperty().get()) {
                        workbench.beginGesture();
                    }
                });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> workbench.endGesture());
        // After the filters above: what a command changes belongs to the key's gesture.
        new Shortcuts(commands.all()).install(scene);
        addEventHandler(CommitField.DONE, _ -> centre.focusedChart().requestFocus());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelReading);
        // A dialog that a key opens gets the key's release.
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> {
                    if (focused == null || !focused) {
                        workbench.endGesture();
                    }
                });
    }

    private void cancelReading(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && files.cancel()) {
            event.consume();
        }
    }

    private void load(Preset preset) {
        workbench.load(preset);
        centre.advise(preset.label() + ". " + preset.lookFor());
    }

    /// A dialog that follows the answers while it is open.
    private void showLayer(int layer) {
        new LayerDialog(
                        getScene().getWindow(),
                        layer,
                        workbench.snapshotProperty(),
                        palette,
                        figure ->
                                export(
                                        List.of(
                                                new Exportable(
                                                        "Layer " + layer,
                                                        figure,
                                                        FigureSize.ofHeight(LAYER_HEIGHT)))))
                .show();
    }

    private void export() {
        export(centre.pictures().all(workbench.snapshot()));
    }

    private void export(List<Exportable> shown) {
        Experiment experiment =
                workbench.snapshot().map(Snapshot::experiment).orElse(workbench.experiment());
        pictures.export(getScene().getWindow(), new Exports(experiment, shown));
    }

    private void showHelp() {
        new HelpSheet(getScene().getWindow(), commands.all()).show();
    }

    private void copyChart() {
        centre.pictures().focused(workbench.snapshot()).ifPresent(pictures::copy);
    }

    private void copyCommandLine() {
        String options = ExperimentText.format(workbench.experiment());
        desktop.copy(options.isEmpty() ? "weightscope run" : "weightscope run " + options);
        notices.tell("Copied the command line.");
    }

    private void acceptFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void openFiles(DragEvent event) {
        event.getDragboard().getFiles().stream()
                .findFirst()
                .ifPresent(file -> files.open(file.toPath()));
        event.setDropCompleted(true);
        event.consume();
    }
}
