package dev.weightscope.ui;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.saved.SavedSession;
import java.nio.file.Path;
import java.util.TreeMap;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window as a process of its own, to be killed: with `drag` it pins a setting and then changes
/// the gain in every frame without end; with `tell` it prints what the last session left.
final class WindowProcess {
    private WindowProcess() {}

    /// @param arguments what to do, and the settings' directory
    public static void main(String[] arguments) {
        Platform.startup(() -> start(arguments[0], Path.of(arguments[1])));
    }

    private static void start(String task, Path directory) {
        WeightScopeApplication application =
                new WeightScopeApplication(directory, EngineSettings.standard());
        application.start(new Stage());
        if (task.equals("tell")) {
            System.out.print(
                    SavedSession.of(application.session().state(), new TreeMap<>()).format());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
        application.session().edit(e -> e.withDepth(2).withWidth(9).withSamples(10));
        application.session().pinCurrent();
        application.session().rename(application.session().pins().kept().getFirst(), "mine");
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                application.session().edit(e -> e.withGain(e.gain() + 0.001));
            }
        }.start();
    }
}
