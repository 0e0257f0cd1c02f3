package dev.weightscope.ui.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for the toolkit instead of sleeping.
public final class Settling {
    /// What is laid out may ask for another layout, as text that wraps does.
    private static final int PULSES = 2;

    /// No measure of speed: only a hang takes as long.
    private static final int HANG_SECONDS = 60;

    private Settling() {}

    /// Until all that was posted to the toolkit's thread has been done, every scene is laid out,
    /// and what that posted has been done too. Not to be called on that thread.
    public static void await() {
        for (int i = 0; i < PULSES; i++) {
            CompletableFuture<Void> pulse = new CompletableFuture<>();
            Platform.runLater(() -> completeAfterLayout(pulse));
            pulse.orTimeout(HANG_SECONDS, TimeUnit.SECONDS).join();
        }
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {}));
    }

    private static void completeAfterLayout(CompletableFuture<Void> pulse) {
        if (Window.getWindows().isEmpty()) {
            pulse.complete(null);
            return;
        }
        Scene scene = Window.getWindows().getFirst().getScene();
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        // The other scenes of the same pulse come after this one.
                        Platform.runLater(() -> pulse.complete(null));
                    }
                });
        Platform.requestNextPulse();
    }
}
