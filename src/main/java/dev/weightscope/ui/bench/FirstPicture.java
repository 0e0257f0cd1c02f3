package dev.weightscope.ui.bench;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// The window from its opening to its first whole answer, as it is at the very first start.
public final class FirstPicture {
    private static final long PATIENCE_SECONDS = 60;

    /// After the answer is there: in which it is laid out and painted.
    private static final int LAST_FRAMES = 3;

    private FirstPicture() {}

    /// Opens the window, waits until its first answer has been painted, and closes it.
    ///
    /// @throws IOException with one sentence, if there is no window or it does not answer
    public static void show(EngineSettings settings) throws IOException {
        Path directory = Files.createTempDirectory("weightscope-start");
        try (OpenedWindow window = OpenedWindow.open(directory, settings)) {
            CountDownLatch frames = new CountDownLatch(LAST_FRAMES);
            window.call(() -> {
                countFrames(window.signal(), frames);
                return true;
            });
            if (!frames.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the window shows no answer");
            }
        } catch (InterruptedException _) {
            throw new InterruptedIOException("the window was interrupted");
        } finally {
            WindowBenchmark.delete(directory);
        }
    }

    private static void countFrames(LabState<?, SignalAnswer> lab, CountDownLatch frames) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (lab.live().progress() instanceof Progress.Answered) {
                    frames.countDown();
                }
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        }.start();
    }
}
