package dev.weightscope.ui;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import dev.weightscope.preset.Presets;
import dev.weightscope.run.Answer;
import dev.weightscope.run.LiveRun;
import dev.weightscope.ui.desktop.StageDesktop;
import dev.weightscope.ui.desktop.StageNotices;
import dev.weightscope.ui.settings.ConfigDirectory;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.Settings.PinSettings;
import dev.weightscope.ui.settings.SettingsFile;
import dev.weightscope.ui.settings.WindowPlace;
import dev.weightscope.ui.state.Pin;
import dev.weightscope.ui.state.Pin.Visibility;
import dev.weightscope.ui.state.Workbench;
import dev.weightscope.ui.theme.Theme;
import dev.weightscope.ui.theme.Themes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with a window: makes all parts, hands each what it needs, and keeps what is to be
/// the same at the next start.
public final class WeightScopeApplication extends Application {
    private final SettingsFile settingsFile;
    private EngineSettings engineSettings;
    private @Nullable Running running;

    /// What there is while the window is open.
    private record Running(
            Workbench workbench, Kernel kernel, LiveRun liveRun, Runnable keepSettings) {}

    public WeightScopeApplication() {
        this(
                ConfigDirectory.find(System.getenv(), System.getProperties()),
                EngineSettings.standard());
    }

    /// @param configDirectory where the settings are
    public WeightScopeApplication(Path configDirectory, EngineSettings engineSettings) {
        this.settingsFile = new SettingsFile(configDirectory);
        this.engineSettings = engineSettings;
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
        Settings settings = settingsFile.read();
        Workbench workbench =
                new Workbench(parse(settings.experiment()).orElse(Experiment.DEFAULT));
        settings.pins().stream().limit(Workbench.MAX_PINS).forEach(pin -> restore(pin, workbench));
        Themes themes = new Themes();
        themes.themeProperty().set(theme(settings.theme()));
        Kernel computing = engineSettings.startKernel();
        MainWindow window =
                new MainWindow(
                        workbench,
                        themes,
                        new StageDesktop(stage, getHostServices()),
                        new StageNotices(stage),
                        Presets.all(),
                        exportFolder(settings),
                        new KernelNote(
                                computing::description, Kernels.reason(engineSettings.kernel())));
        stage.setTitle("WeightScope");
        stage.setScene(new Scene(window));
        place(stage, settings);
        stage.show();

        Engine engine = engineSettings.engine(computing);
        LiveRun live =
                new LiveRun(engine::run, toolkitThread(), answer -> deliver(answer, workbench));
        workbench.connect(live::request);
        running =
                new Running(
                        workbench,
                        computing,
                        live,
                        () -> settingsFile.write(settings(stage, themes, workbench, window)));
    }

    @Override
    public void stop() {
        if (running != null) {
            running.keepSettings.run();
            running.liveRun.close();
            running.kernel.close();
        }
    }

    /// The state of the window that [#start] opened.
    public Workbench workbench() {
        return running().workbench;
    }

    /// What computes for the window that [#start] opened, in a few words.
    public String kernel() {
        return running().kernel.description();
    }

    private Running running() {
        return Objects.requireNonNull(running, "the window is not open yet");
    }

    private static void deliver(Answer answer, Workbench workbench) {
        switch (answer) {
            case Answer.Complete(var snapshot) -> workbench.accept(snapshot);
            case Answer.Preview(var snapshot) -> workbench.preview(snapshot);
            case Answer.Refused(var experiment, var reason) -> workbench.refuse(experiment, reason);
        }
    }

    private static void place(Stage stage, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowPlace kept = settings.window();
        WindowPlace place = (kept == null ? WindowPlace.in(screen) : kept).within(screen);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMinWidth(Math.min(WindowPlace.MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.MIN_HEIGHT, screen.getHeight()));
    }

    private static Settings settings(
            Stage stage, Themes themes, Workbench workbench, MainWindow window) {
        return new Settings(
                Settings.VERSION,
                new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()),
                themes.themeProperty().get().key(),
                ExperimentText.formatAll(workbench.experiment()),
                workbench.pins().stream().map(WeightScopeApplication::pinSettings).toList(),
                window.exportFolder().toString());
    }

    private static PinSettings pinSettings(Pin pin) {
        return new PinSettings(
                pin.name(), ExperimentText.formatAll(pin.experiment()), !pin.isShown());
    }

    private static void restore(PinSettings pin, Workbench workbench) {
        parse(pin.experiment())
                .ifPresent(experiment ->
                        workbench.restorePin(
                                pin.name(),
                                experiment,
                                pin.hidden() ? Visibility.HIDDEN : Visibility.SHOWN));
    }

    private static Path exportFolder(Settings settings) {
        Path home = Path.of(System.getProperty("user.home", "."));
        try {
            return settings.exportFolder() == null ? home : Path.of(settings.exportFolder());
        } catch (InvalidPathException _) {
            return home;
        }
    }

    /// Empty where the experiment's input file has gone, or a hand has been at the text.
    private static Optional<Experiment> parse(String text) {
        try {
            return Optional.of(ExperimentText.parse(text));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private static Theme theme(String key) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.key().equals(key))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }
}
