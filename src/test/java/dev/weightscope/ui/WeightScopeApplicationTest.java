package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.lab.EndlessLab;
import dev.weightscope.saved.SavedPin;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.settings.ConfigDirectory;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.SettingsFile;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class WeightScopeApplicationTest {
    /// No measure of speed: only what is never given up takes as long.
    private static final int HANG_SECONDS = 20;

    @TempDir Path directory;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theLastSessionIsBackAtTheNextStart(FxRobot robot) throws Exception {
        new SettingsFile(directory)
                .write(
                        Settings.of(
                                null,
                                Theme.DARK,
                                SavedSession.parse(
                                        "test",
                                        """
                                        weightscope-experiment 2
                                        --depth 3 --width 20 --samples 30
                                        pin name=mine --depth 2 --width 9
                                        """),
                                null));
        WeightScopeApplication first =
                new WeightScopeApplication(directory, EngineSettings.standard());
        robot.interact(() -> first.start(stage));
        assertEquals("3", depthField().getText());
        awaitStatus("3 layers × 20 units × 30 samples, there and back in ");
        robot.interact(() -> {
            depthField().setText("5");
            depthField().fireEvent(new javafx.event.ActionEvent());
        });
        awaitStatus("5 layers × 20 units × 30 samples, there and back in ");
        assertTrue(hint().isVisible());
        robot.interact(() -> {
            Slider gain = (Slider) stage.getScene().getRoot().lookup(".gain-section .slider");
            gain.setValue(gain.getValue() + 0.05);
        });
        assertFalse(hint().isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        awaitStatus("5 layers × 20 units × 30 samples, there and back in ");
        robot.interact(first::stop);

        Settings kept = new SettingsFile(directory).read().settings();
        assertTrue(kept.saved().experiment().contains("--depth 5"), kept.saved().experiment());
        assertEquals("dark", kept.theme());
        assertEquals(1.1, kept.zoom());
        assertEquals(true, kept.gainMoved());
        assertEquals(List.of("mine"), kept.saved().pins().stream().map(SavedPin::name).toList());

        WeightScopeApplication second =
                new WeightScopeApplication(directory, EngineSettings.standard());
        robot.interact(() -> second.start(stage));
        awaitStatus("5 layers × 20 units × 30 samples, there and back in ");
        assertEquals("5", depthField().getText());
        assertFalse(hint().isVisible(), "whoever has moved the gain needs no hint");
        robot.interact(second::stop);
    }

    @Test
    void theEngineIsMadeWithTheSettingsOfTheCommandLine(FxRobot robot) throws Exception {
        System.setProperty(ConfigDirectory.PROPERTY, directory.toString());
        try {
            Application application =
                    FxToolkit.setupApplication(
                            WeightScopeApplication.class, "--kernel=scalar", "--threads=3");
            stage = FxToolkit.toolkitContext().getRegisteredStage();
            Label kernel = awaitStatus("scalar, 3 threads");
            Tooltip why = kernel.getTooltip();
            robot.interact(
                    () -> Event.fireEvent(why, new WindowEvent(why, WindowEvent.WINDOW_SHOWING)));
            assertEquals("Kernel: scalar, 3 threads; chosen by --kernel scalar", why.getText());
            FxToolkit.cleanupApplication(application);
        } finally {
            System.clearProperty(ConfigDirectory.PROPERTY);
        }
    }

    /// To hide the window waits for the picture that is being drawn, and what is kept is written
    /// afterwards: neither may be kept waiting by work that nobody wants any more.
    @Test
    void aWindowThatIsClosedMidRunGivesUpItsWorkBeforeItWaitsForAnything(FxRobot robot)
            throws Exception {
        EndlessLab lab = new EndlessLab();
        WeightScopeApplication application =
                new WeightScopeApplication(
                        directory, EngineSettings.standard(), List.of(new SignalLab(), lab));
        robot.interact(() -> application.start(stage));
        robot.clickOn("#tab-endless");
        assertTrue(lab.begun.await(HANG_SECONDS, TimeUnit.SECONDS));
        AtomicBoolean cancelledWhileHiding = new AtomicBoolean();
        robot.interact(() -> {
            stage.setOnHiding(_ -> cancelledWhileHiding.set(isOver(lab.cancelled)));
            stage.hide();
            stage.setOnHiding(null);
        });
        assertTrue(cancelledWhileHiding.get());
        robot.interact(application::stop);
        assertTrue(
                new SettingsFile(directory)
                        .read()
                        .settings()
                        .saved()
                        .view()
                        .containsValue("endless"));
        robot.interact(stage::show);
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(HANG_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Node hint() {
        return stage.getScene().getRoot().lookup(".first-hint");
    }

    private TextField depthField() {
        return stage.getScene().getRoot().lookupAll(".commit-field").stream()
                .filter(node -> "Depth".equals(node.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Label awaitStatus(String start) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> status(start).isPresent());
        return status(start).orElseThrow();
    }

    private Optional<Label> status(String start) {
        return stage.getScene().getRoot().lookupAll(".status-line .label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().startsWith(start))
                .findFirst();
    }
}
