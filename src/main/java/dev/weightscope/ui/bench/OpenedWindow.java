package dev.weightscope.ui.bench;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.WeightScopeApplication;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window as a person gets it at the first start, with the toolkit started for it.
final class OpenedWindow implements AutoCloseable {
    /// How long the toolkit may take for what it is asked.
    private static final long PATIENCE_SECONDS = 60;

    private final WeightScopeApplication application;
    private final Stage stage;

    private OpenedWindow(WeightScopeApplication application, Stage stage) {
        this.application = application;
        this.stage = stage;
    }

    /// Starts the toolkit, which can be done once in a process.
    ///
    /// @param directory for the window's settings; empty
    /// @throws IOException if there is no display
    static OpenedWindow open(Path directory, EngineSettings settings) throws IOException {
        WeightScopeApplication application = new WeightScopeApplication(directory, settings);
        FutureTask<Stage> opening =
                new FutureTask<>(() -> {
                    // Whoever closes the window ends a drag; what comes after needs the toolkit.
                    Platform.setImplicitExit(false);
                    Stage stage = new Stage();
                    application.start(stage);
                    return stage;
                });
        try {
            Platform.startup(opening);
        } catch (UnsupportedOperationException _) {
            throw new IOException(noDisplay(usualPlatform(), System.getenv("DISPLAY")));
        }
        return new OpenedWindow(application, result(opening));
    }

    /// Why no window could be opened. The window system of Linux alone reads a variable.
    ///
    /// @param display the variable's value
    static String noDisplay(String platform, @Nullable String display) {
        return platform.equals("Gtk") && display != null && !display.isEmpty()
                ? "no window could be opened on the display %s; without the variable DISPLAY the window is made in memory"
                        .formatted(display)
                : "no window could be opened: there is no display";
    }

    /// Does something on the toolkit's thread, and waits until it is done.
    <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        WeightScopeApplication.toolkitThread().execute(task);
        return result(task);
    }

    Scene scene() {
        return stage.getScene();
    }

    Session session() {
        return application.session();
    }

    LabState<SignalSettings, SignalAnswer> signal() {
        return application.signal();
    }

    LabState<TrainingSettings, TrainingAnswer> training() {
        return application.training();
    }

    String kernel() {
        return application.kernel();
    }

    /// The toolkit has no public name for it but the property that chooses it.
    String platform() {
        return System.getProperty("glass.platform", usualPlatform());
    }

    private static String usualPlatform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? "Win" : system.startsWith("mac") ? "Mac" : "Gtk";
    }

    /// Toolkit thread only.
    Slider slider(String name) {
        return nodes(".slider")
                .map(Slider.class::cast)
                .filter(each -> (name + " slider").equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no slider " + name));
    }

    /// What has an id. Toolkit thread only.
    <T extends Node> T node(Class<T> type, String id) {
        return nodes("#" + id)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is called " + id));
    }

    /// The control that a slider is part of. Toolkit thread only.
    NumberSlider number(String name) {
        Node part = slider(name);
        while (!(part instanceof NumberSlider number)) {
            part = part.getParent();
        }
        return number;
    }

    private Stream<Node> nodes(String selector) {
        return scene().getRoot().lookupAll(selector).stream();
    }

    @Override
    public void close() throws IOException {
        call(() -> {
            application.stop();
            stage.close();
            return true;
        });
    }

    private static <T> T result(FutureTask<T> task) throws IOException {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IOException("the window failed: " + failure.getCause(), failure);
        } catch (TimeoutException _) {
            throw new IOException("the window does not answer");
        } catch (InterruptedException _) {
            throw new InterruptedIOException("the window was interrupted");
        }
    }
}
