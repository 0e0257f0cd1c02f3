package dev.weightscope.ui.bench;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.ui.state.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ToggleButton;

/// The window from its opening to its first whole answer, as it is at the very first start, and on
/// to the first curves of the training.
public final class FirstPicture {
    private static final long PATIENCE_SECONDS = 60;

    /// After the answer is there: in which it is laid out and painted.
    private static final int LAST_FRAMES = 3;

    private FirstPicture() {}

    /// Opens the window, waits until its first answer has been painted, chooses the tab of
    /// training, waits until its first answer has been painted, if only in part, and closes the
    /// window.
    ///
    /// @throws IOException with one sentence, if there is no window or it does not answer
    public static void show(EngineSettings settings) throws IOException {
        Path directory = Files.createTempDirectory("weightscope-start");
        try (OpenedWindow window = OpenedWindow.open(directory, settings)) {
            await(window, () -> window.signal().live().progress() instanceof Progress.Answered);
            window.call(() -> {
                window.node(ToggleButton.class, "tab-training").fire();
                return true;
            });
            await(window, () -> window.training().live().isShownCurrent());
        } catch (InterruptedException _) {
            throw new InterruptedIOException("the window was interrupted");
        } finally {
            WindowBenchmark.delete(directory);
        }
    }

    private static void await(OpenedWindow window, BooleanSupplier isAnswered)
            throws IOException, InterruptedException {
        CountDownLatch frames = new CountDownLatch(LAST_FRAMES);
        window.call(() -> {
            countFrames(isAnswered, frames);
            return true;
        });
        if (!frames.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the window shows no answer");
        }
    }

    private static void countFrames(BooleanSupplier isAnswered, CountDownLatch frames) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (isAnswered.getAsBoolean()) {
                    frames.countDown();
                }
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        }.start();
    }
}
