package dev.weightscope.ui;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.data.TableUse;
import dev.weightscope.export.TableFile;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.run.Background;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.chart.LayerDialog;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.experiment.GainMeter;
import dev.weightscope.ui.file.Animator;
import dev.weightscope.ui.file.ExperimentFiles;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Exports;
import dev.weightscope.ui.file.FileExport;
import dev.weightscope.ui.file.FileWriting;
import dev.weightscope.ui.inspect.Inspection;
import dev.weightscope.ui.inspect.WeightReader;
import dev.weightscope.ui.result.ResultLine;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Staleness;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.theme.Themes;
import dev.weightscope.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The whole window: parts side by side, one state between them.
public final class MainWindow extends BorderPane {
    private static final double LEFT_WIDTH = 300;
    private static final double RIGHT_WIDTH = 280;

    /// Of a layer's details as a picture.
    private static final int LAYER_HEIGHT = 640;

    private final Workspace workspace;
    private final Session session;
    private final LabTabs labs;
    private final WeightReader reader;
    private final Inspection inspection;
    private final ExperimentPanel experiment;
    private final ResultsPlace place;
    private final LabState<SignalSettings, SignalAnswer> signal;
    private final Desktop desktop;
    private final Notices notices;
    private final ObservableValue<Palette> palette;
    private final CentrePane centre;
    private final ResultPanel results;
    private final ExperimentFiles files;
    private final Imports imports;
    private final FileExport pictures;
    private final Animator animator;
    private final FileWriting writing =
            new FileWriting(new Background(WeightScopeApplication.toolkitThread()));
    private final LiveSnippets snippets;
    private final Commands commands;

    /// Held, since nobody else holds what its listeners are called by.
    private final ObservableValue<Optional<LabSight.Doing>> doing;

    /// @param tabs the labs, the one to begin with first
    /// @param presets the prepared scenes to offer
    /// @param noticePlace where `notices` appear; laid over the status line
    /// @param exportFolder where to propose to put pictures
    /// @param meter measures gains
    /// @param reader reads files of weights
    public MainWindow(
            Workspace workspace,
            List<LabTab<?, ?>> tabs,
            Themes themes,
            Desktop desktop,
            Notices notices,
            Node noticePlace,
            List<Preset> presets,
            Path exportFolder,
            KernelNote kernel,
            GainMeter meter,
            WeightReader reader) {
        this.workspace = workspace;
        session = workspace.session();
        this.reader = reader;
        inspection = new Inspection(session, reader);
        List<WindowTab> all = new ArrayList<>(tabs);
        all.add(new InspectTab(inspection));
        labs = new LabTabs(all, this::sight);
        signal = LabTab.signal(tabs);
        this.desktop = desktop;
        this.notices = notices;
        palette =
                themes.schemeProperty()
                        .map(scheme -> scheme == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT);
        ObservableValue<Boolean> stale = new Staleness(signal.liveProperty()).staleProperty();
        ObservableValue<Optional<Verdict>> verdict =
                signal.answerProperty()
                        .map(SignalAnswer::verdict)
                        .map(Optional::of)
                        .orElse(Optional.empty());
        results = new ResultPanel(session, signal, verdict, palette, stale);
        centre =
                new CentrePane(
                        session, signal, palette, results.comparingProperty(), this::showLayer);
        files =
                new ExperimentFiles(
                        workspace,
                        desktop,
                        notices,
                        new Background(WeightScopeApplication.toolkitThread()),
                        writing,
                        this::importTable);
        imports =
                new Imports(
                        () -> getScene().getWindow(),
                        desktop,
                        new Background(WeightScopeApplication.toolkitThread()));
        animator =
                Animator.of(WeightScopeApplication.toolkitThread(), meter.kernel(), meter.memory());
        pictures =
                new FileExport(
                        workspace::note,
                        palette::getValue,
                        desktop,
                        notices,
                        writing,
                        animator,
                        exportFolder);
        snippets = new LiveSnippets(session, tabs, labs, desktop);
        commands = commands(themes);
        experiment =
                new ExperimentPanel(
                        session,
                        imports,
                        notices,
                        files::useTable,
                        new Background(WeightScopeApplication.toolkitThread()),
                        meter);
        experiment.setPrefWidth(LEFT_WIDTH);
        experiment.setMinWidth(LEFT_WIDTH);
        results.setPrefWidth(RIGHT_WIDTH);
        results.setMinWidth(RIGHT_WIDTH);
        // The first of these has the focus in a fresh window: the gain.
        setLeft(experiment);
        setTop(
                new TopBar(
                        commands,
                        new TabBar(all, labs.chosenProperty()),
                        presets,
                        this::load,
                        session.undoableProperty(),
                        session.redoableProperty(),
                        themes.themeProperty()));
        ResultLine line = new ResultLine(verdict, stale);
        place = new ResultsPlace(this, centre, results, line, line.openProperty(), centre.advice());
        results.refusalProperty()
                .addListener((_, _, sentence) -> {
                    if (!sentence.isEmpty()) {
                        place.open();
                    }
                });
        StatusLine status = new StatusLine(session, labs.liveProperty(), kernel);
        status.follow(
                Bindings.when(Bindings.isEmpty(files.readingProperty()))
                        .then(experiment.measuringProperty())
                        .otherwise(Bindings.concat("Reading ", files.readingProperty())));
        status.setOnCancel(() -> labs.inSight().cancel());
        setBottom(new StatusArea(status, noticePlace));
        workspace.view().keep("compare", results.comparingProperty());
        centre.keep(workspace.view());
        workspace.view().keep("tab", labs.chosenProperty(), key -> key, labs::choose);
        labs.begin();
        doing = labs.sightProperty().flatMap(LabSight::doingProperty);
        doing.subscribe(status::tell);
        labs.sightProperty().subscribe(_ -> status.setHint(labs.sight().hint()));
        FileDrop.on(this, this::open);
        addEventHandler(CommitField.DONE, _ -> labs.sight().focusedChart().requestFocus());
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        new WindowKeys(
                                        session,
                                        labs,
                                        files,
                                        experiment,
                                        snippets::close,
                                        this::allCommands)
                                .listen(scene);
                    }
                });
    }

    /// Where the last picture went.
    public Path exportFolder() {
        return pictures.folder();
    }

    /// Whether a person has ever moved the gain, and needs no hint to do so.
    public BooleanProperty gainMovedProperty() {
        return experiment.gainMovedProperty();
    }

    /// Writes what a person has asked to save or to export and is not on the disk yet, and gives up
    /// what is being measured.
    public void finish() {
        experiment.cancelMeasuring();
        animator.close();
        writing.finish();
    }

    /// The name of the file that is being read; empty if none is.
    public ReadOnlyStringProperty readingProperty() {
        return files.readingProperty();
    }

    private LabSight sight(WindowTab tab) {
        return switch (tab) {
            case LabTab<?, ?> lab -> sight(lab);
            case InspectTab _ ->
                    new InspectSight(
                            inspection,
                            reader,
                            desktop,
                            new SentWeights(session, notices, labs),
                            workspace.view(),
                            palette,
                            this,
                            experiment,
                            LEFT_WIDTH,
                            RIGHT_WIDTH);
        };
    }

    private <S, A> LabSight sight(LabTab<S, A> tab) {
        return tab.lab() instanceof SignalLab
                ? new SignalSight(session, signal, centre, results, place)
                : new OwnSights(workspace, palette, this, experiment, imports, notices, RIGHT_WIDTH)
                        .of(tab);
    }

    private Commands commands(Themes themes) {
        return new Commands(
                Command.of("undo", "Undo", "Shortcut+Z", session::undo),
                Command.of("redo", "Redo", "Shortcut+Shift+Z", session::redo),
                Command.of("redo-too", "Redo", "Shortcut+Y", session::redo),
                Command.of("open", "Open a file…", "Shortcut+O", this::open),
                Command.of("save", "Save experiment…", "Shortcut+S", files::save),
                Command.of("export", "Export…", "Shortcut+E", this::export),
                Command.of("copy-chart", "Copy the focused chart", "Shortcut+C", this::copyChart),
                Command.of(
                        "copy-command-line",
                        "Copy command line",
                        "Shortcut+Shift+C",
                        this::copyCommandLine),
                Command.of(
                        "snippet",
                        "Python snippet…",
                        "Shortcut+Shift+K",
                        () -> snippets.open(getScene().getWindow())),
                Command.of("draw", "New draw", "Space", session::drawAnew),
                Command.of("pin", "Pin the current setting", "P", () -> labs.sight().pinCurrent()),
                Command.of(
                        "next-panel",
                        "To the next panel",
                        "F6",
                        () ->
                                new PanelRing(experiment, labs.sight())
                                        .enterNext(getScene().getFocusOwner())),
                Command.of("enlarge", "Larger", "Shortcut+Plus", themes.zoom()::enlarge)
                        .orBy(
                                "Shortcut+Equals",
                                "Shortcut+Shift+Equals",
                                "Shortcut+Shift+Plus",
                                "Shortcut+Add"),
                Command.of("shrink", "Smaller", "Shortcut+Minus", themes.zoom()::shrink)
                        .orBy("Shortcut+Subtract"),
                Command.of("standard-size", "Usual size", "Shortcut+0", themes.zoom()::reset)
                        .orBy("Shortcut+Numpad 0"),
                Command.of("help", "Keys and gestures", "F1", this::showHelp));
    }

    private void open() {
        desktop.chooseToOpen(FileKind.OPENED).ifPresent(this::open);
    }

    /// Whatever is in sight, a file of weights is inspected; what says nothing of its kind, where
    /// such files are looked at already.
    private void open(Path file) {
        boolean isOther = FileKind.SESSIONS.stream().anyMatch(each -> each.isOf(file));
        if (FileKind.WEIGHTS.isOf(file) || (!isOther && labs.inSight() instanceof InspectTab)) {
            labs.choose(Inspection.KEY);
            inspection.open(file.toString());
        } else {
            files.open(file);
        }
    }

    private void load(Preset preset) {
        session.load(preset);
        if (labs.sight().ownLeft().isPresent()) {
            labs.chooseFirst(); // there the experiment is seen
        }
        preset.scene().ifPresent(scene -> labs.choose(scene.lab()));
        labs.sight().advise(new SceneAdvice(preset, session.pins()).text());
    }

    /// A dialog that follows the answers while it is open.
    private void showLayer(int layer) {
        new LayerDialog(
                        getScene().getWindow(),
                        layer,
                        signal.liveProperty()
                                .map(now -> now.answer().map(SignalAnswer::snapshot).orElse(null)),
                        palette,
                        figure ->
                                export(
                                        List.of(
                                                new Exportable(
                                                        "Layer " + layer,
                                                        figure,
                                                        FigureSize.ofHeight(LAYER_HEIGHT))),
                                        List.of()))
                .show();
    }

    private void export() {
        export(labs.sight().pictures(), labs.sight().tables());
    }

    private void export(List<Exportable> shown, List<TableFile> tables) {
        Experiment shownNow =
                labs.liveProperty().get().shownExperiment().orElse(session.experiment());
        pictures.export(
                getScene().getWindow(),
                new Exports(shownNow, labs.sight().about(shownNow), shown, tables));
    }

    private void showHelp() {
        new HelpSheet(getScene().getWindow(), allCommands()).show();
    }

    private List<Command> allCommands() {
        List<Command> general =
                labs.sight().ownLeft().isEmpty() ? commands.all() : commands.others();
        return Stream.concat(general.stream(), labs.sight().commands().stream()).toList();
    }

    private void copyChart() {
        labs.sight().focusedPicture().ifPresent(pictures::copy);
    }

    private void copyCommandLine() {
        desktop.copy(labs.inSight().commandLine(session.state()));
        notices.tell("Copied the command line.");
    }

    private void importTable(Path file) {
        if (!labs.sight().importTable(file.toString())) {
            imports.open(
                    file.toString(),
                    DataReading.DEFAULT,
                    TableUse.INPUT,
                    used -> files.useTable(used.source(), used.reading()));
        }
    }
}
