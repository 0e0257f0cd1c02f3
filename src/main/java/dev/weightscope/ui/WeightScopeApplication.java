package dev.weightscope.ui;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Lab;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.Option;
import dev.weightscope.preset.Presets;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.registry.Labs;
import dev.weightscope.run.Background;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.desktop.NoticeBar;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.desktop.StageDesktop;
import dev.weightscope.ui.experiment.GainMeter;
import dev.weightscope.ui.inspect.WeightReader;
import dev.weightscope.ui.settings.ConfigDirectory;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.SettingsFile;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.theme.Theme;
import dev.weightscope.ui.theme.Themes;
import dev.weightscope.ui.theme.ZoomPane;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The program with a window: makes all parts, hands each what it needs, and keeps what is to be
/// the same at the next start.
public final class WeightScopeApplication extends Application {
    /// Of the window's content; a window manager's frame takes some of the least height.
    private static final double LEAST_WIDTH = 1000;

    private static final double LEAST_HEIGHT = 640;

    /// Until the first answer is there, or a while if that takes long, the processors are left to
    /// it and to the first picture.
    private static final Duration LONGEST_HEAD_START = Duration.ofSeconds(5);

    private final SettingsFile settingsFile;
    private final List<Lab<?, ?>> labs;
    private EngineSettings engineSettings;
    private @Nullable Running running;

    /// What there is while the window is open.
    private static final class Running {
        final MainWindow window;
        final Themes themes;
        final Session session;
        final List<LabTab<?, ?>> tabs;
        final Kernel kernel;
        final Workers workers;
        final Background files;
        final Background saving;
        final WeightReader reader;

        /// Null until the last session is back: before, what is there must not take its place.
        @Nullable Autosave autosave;

        Running(
                MainWindow window,
                Themes themes,
                Session session,
                List<LabTab<?, ?>> tabs,
                Kernel kernel,
                Workers workers,
                Background files,
                Background saving,
                WeightReader reader) {
            this.window = window;
            this.themes = themes;
            this.session = session;
            this.tabs = tabs;
            this.kernel = kernel;
            this.workers = workers;
            this.files = files;
            this.saving = saving;
            this.reader = reader;
        }

        /// Gives up all that is computed and read, and waits for nothing.
        void giveUp() {
            workers.close();
            reader.close();
            files.close();
            kernel.close();
        }

        void close() {
            giveUp();
            window.finish();
            if (autosave != null) {
                autosave.finish();
            }
            themes.close();
            saving.close();
        }
    }

    public WeightScopeApplication() {
        this(standardFile(), EngineSettings.standard(), Labs.ALL);
    }

    /// @param configDirectory where the settings are
    public WeightScopeApplication(Path configDirectory, EngineSettings engineSettings) {
        this(configDirectory, engineSettings, Labs.ALL);
    }

    /// @param labs in the order of their tabs
    public WeightScopeApplication(
            Path configDirectory, EngineSettings engineSettings, List<Lab<?, ?>> labs) {
        this(new SettingsFile(configDirectory), engineSettings, labs);
    }

    private WeightScopeApplication(
            SettingsFile settingsFile, EngineSettings engineSettings, List<Lab<?, ?>> labs) {
        this.settingsFile = settingsFile;
        this.engineSettings = engineSettings;
        this.labs = List.copyOf(labs);
    }

    private static SettingsFile standardFile() {
        try {
            return new SettingsFile(ConfigDirectory.find(System.getenv(), System.getProperties()));
        } catch (InvalidPathException _) {
            return SettingsFile.nowhere(
                    "Settings are not kept: the name of their folder has letters that the character"
                            + " set of this system has not (LC_ALL, LANG).");
        }
    }

    /// Runs what it is given on the toolkit's thread, later.
    public static Executor toolkitThread() {
        return Platform::runLater;
    }

    /// Opens the window and waits until it is closed.
    ///
    /// @throws UnsupportedOperationException if there is no display to open it on
    public static void open(EngineSettings engineSettings) {
        // The toolkit makes the application itself; words are all that it hands on.
        launch(
                WeightScopeApplication.class,
                EngineOptions.ALL.stream()
                        .map(option ->
                                option.flag() + "=" + option.write(engineSettings).orElseThrow())
                        .toArray(String[]::new));
    }

    @Override
    public void init() {
        Map<String, String> words = getParameters().getNamed();
        for (Option<EngineSettings, ?> option : EngineOptions.ALL) {
            String text = words.get(option.key());
            if (text != null) {
                engineSettings = option.read(engineSettings, text);
            }
        }
    }

    @Override
    public void start(Stage stage) {
        SettingsFile.Reading reading = settingsFile.read();
        Settings settings = reading.settings();
        Session session = new Session(Experiment.DEFAULT);
        Workspace workspace = new Workspace(session);
        List<LabTab<?, ?>> tabs = new ArrayList<>();
        labs.forEach(lab -> tabs.add(new LabTab<>(lab, session)));
        Themes themes = new Themes();
        themes.themeProperty().set(theme(settings.theme()));
        Kernel computing = engineSettings.startKernel(LONGEST_HEAD_START);
        tabs.forEach(tab ->
                tab.state()
                        .liveProperty()
                        .subscribe(live -> {
                            if (live.progress() instanceof Progress.Answered) {
                                computing.prepare();
                            }
                        }));
        MemoryBudget memory = engineSettings.memory();
        NoticeBar notices = new NoticeBar();
        WeightReader reader = WeightReader.of(toolkitThread(), computing);
        MainWindow window =
                new MainWindow(
                        workspace,
                        tabs,
                        themes,
                        new StageDesktop(stage, getHostServices()),
                        notices,
                        notices,
                        Presets.all(),
                        exportFolder(settings),
                        new KernelNote(
                                computing::description,
                                () -> Kernels.reason(engineSettings.kernel()),
                                change ->
                                        computing.whenChanged(
                                                () -> toolkitThread().execute(change))),
                        new GainMeter(new Background(toolkitThread()), computing, memory),
                        reader);
        Background files = new Background(toolkitThread());
        Background saving = new Background(toolkitThread());
        stage.setTitle("WeightScope");
        themes.zoom()
                .suit(
                        Screen.getPrimary().getBounds().getHeight(),
                        Screen.getPrimary().getOutputScaleX());
        themes.zoom().restore(settings.zoom());
        window.gainMovedProperty().set(Boolean.TRUE.equals(settings.gainMoved()));
        stage.setScene(new Scene(new ZoomPane(window, themes.zoom(), LEAST_WIDTH, LEAST_HEIGHT)));
        StagePlace place =
                new StagePlace(stage, settings.window(), themes.zoom().factorProperty().get());
        Workers workers = new Workers();
        running =
                new Running(
                        window, themes, session, tabs, computing, workers, files, saving, reader);
        // To hide a window waits for the picture that is being drawn: it has the processors then.
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> running().giveUp());
        reading.complaint().ifPresent(notices::warn);
        Runnable begin =
                () -> {
                    workers.connect(tabs, toolkitThread(), computing, memory);
                    running().autosave =
                            autosave(
                                    () -> settings(place, themes, workspace, window),
                                    saving,
                                    notices,
                                    List.of(
                                            workspace::onChange,
                                            place::onChange,
                                            listener -> themes.themeProperty().subscribe(listener),
                                            listener ->
                                                    themes.zoom()
                                                            .factorProperty()
                                                            .subscribe(listener),
                                            listener ->
                                                    window.gainMovedProperty()
                                                            .subscribe(listener)));
                };
        new SessionRestore(workspace, files, notices)
                .begin(settings.saved(), () -> whenShown(stage, begin));
        stage.show();
    }

    /// Does what would take processors from the first layout, which is most of a start's work,
    /// behind it; or never, if the window is closed first.
    private static void whenShown(Stage stage, Runnable begin) {
        toolkitThread()
                .execute(() -> {
                    if (stage.isShowing()) {
                        begin.run();
                    }
                });
    }

    /// @param sources what calls a listener after each change
    private Autosave autosave(
            Supplier<Settings> current,
            Background saving,
            Notices notices,
            List<Consumer<Runnable>> sources) {
        Autosave autosave = new Autosave(settingsFile, current, saving, notices);
        sources.forEach(source -> source.accept(autosave::changed));
        return autosave;
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
        }
    }

    /// The state of the window that [#start] opened.
    public Session session() {
        return running().session;
    }

    /// What the window that [#start] opened knows of the signal.
    public LabState<SignalSettings, SignalAnswer> signal() {
        return LabTab.signal(running().tabs);
    }

    /// What the window that [#start] opened knows of the training.
    public LabState<TrainingSettings, TrainingAnswer> training() {
        return running().tabs.stream()
                .flatMap(tab -> tab.training().stream())
                .findFirst()
                .orElseThrow()
                .state();
    }

    /// What computes for the window that [#start] opened, in a few words.
    public String kernel() {
        return running().kernel.description();
    }

    private Running running() {
        return Objects.requireNonNull(running, "the window is not open yet");
    }

    private static Settings settings(
            StagePlace place, Themes themes, Workspace workspace, MainWindow window) {
        return Settings.of(
                        place.now(),
                        themes.themeProperty().get(),
                        workspace.saved(),
                        window.exportFolder().toString())
                .withHabits(themes.zoom().kept(), window.gainMovedProperty().get());
    }

    private static Path exportFolder(Settings settings) {
        String home = System.getProperty("user.home", ".");
        try {
            return Path.of(settings.exportFolder() == null ? home : settings.exportFolder());
        } catch (InvalidPathException _) {
            return Path.of(".");
        }
    }

    private static Theme theme(String key) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.key().equals(key))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }
}
