package dev.weightscope.ui;

import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowExtension;
import dev.weightscope.ui.testing.WindowTest;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class ClosedWindowTest {
    /// No measure of speed: only what keeps it for good takes as long.
    private static final int HANG_SECONDS = 20;

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    /// What outlives a window, as the toolkit's list of windows does, must not keep it by a
    /// listener.
    @Test
    void nothingKeepsAWindowThatIsClosed(FxRobot robot) throws TimeoutException {
        WeakReference<MainWindow> window = openAndClose(robot);
        robot.interact(() -> stage.setScene(new Scene(new Region())));
        WaitForAsyncUtils.waitFor(HANG_SECONDS, TimeUnit.SECONDS, () -> isLetGo(window));
    }

    /// Threads that were told to end, and the picture that is being drawn, keep it a little longer.
    private static boolean isLetGo(WeakReference<MainWindow> window) {
        WindowExtension.forgetEvents();
        System.gc();
        return window.get() == null;
    }

    /// In a method of its own, whose variables keep no window afterwards.
    private WeakReference<MainWindow> openAndClose(FxRobot robot) {
        OpenWindow[] opened = new OpenWindow[1];
        robot.interact(() -> opened[0] = new OpenWindow(stage));
        opened[0].answer();
        WeakReference<MainWindow> window = new WeakReference<>(opened[0].window);
        opened[0].close();
        opened[0] = null; // the robot keeps what it did last
        return window;
    }
}
