package dev.weightscope.ui.testing;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Presets;
import dev.weightscope.run.Answer;
import dev.weightscope.run.LiveRun;
import dev.weightscope.ui.KernelNote;
import dev.weightscope.ui.MainWindow;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workbench;
import dev.weightscope.ui.theme.Themes;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window over the real engine, on a small experiment, with a desktop and notices that
/// can be looked into.
public final class OpenWindow implements AutoCloseable {
    public static final Experiment SMALL =
            Experiment.DEFAULT.withDepth(4).withWidth(24).withSamples(40);

    public final Workbench workbench = new Workbench(SMALL);
    public final FakeDesktop desktop = new FakeDesktop();
    public final RecordedNotices notices = new RecordedNotices();
    public final Themes themes = new Themes();
    public final MainWindow window;
    public final Stage stage;
    private final Kernel kernel = Kernels.scalar(1);
    private final LiveRun live;
    private final FxRobot robot = new FxRobot();

    /// On the toolkit's thread.
    public OpenWindow(Stage stage) {
        this.stage = stage;
        window =
                new MainWindow(
                        workbench,
                        themes,
                        desktop,
                        notices,
                        Presets.all(),
                        Path.of("pictures"),
                        new KernelNote(kernel::description, "for a test"));
        stage.setScene(new Scene(window, 1000, 900));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        Engine engine = new Engine(kernel);
        live =
                new LiveRun(
                        engine::run,
                        Platform::runLater,
                        answer -> {
                            switch (answer) {
                                case Answer.Complete(var snapshot) -> workbench.accept(snapshot);
                                case Answer.Preview(var snapshot) -> workbench.preview(snapshot);
                                case Answer.Refused(var experiment, var reason) ->
                                        workbench.refuse(experiment, reason);
                            }
                        });
        workbench.connect(live::request);
    }

    /// Waits until no file is being read, and the picture answers the experiment, pins included.
    public Snapshot answer() {
        await(() -> window.readingProperty().get().isEmpty());
        await(() ->
                workbench.progressProperty().get() instanceof Progress.Answered
                        && workbench.pins().stream().allMatch(pin -> pin.answer().isPresent()));
        return workbench.snapshot().orElseThrow();
    }

    public void await(java.util.function.BooleanSupplier condition) {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain; " + workbench.progressProperty().get(), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types into the field of this accessible name and presses Enter.
    public void enter(String field, String text) {
        CommitField found = field(field);
        robot.interact(() -> {
            found.requestFocus();
            found.setText(text);
            found.fireEvent(new javafx.event.ActionEvent());
        });
    }

    public CommitField field(String accessibleName) {
        return find(CommitField.class, accessibleName);
    }

    public Slider slider(String name) {
        return find(Slider.class, name + " slider");
    }

    public ComboBox<?> choice(String accessibleName) {
        return find(ComboBox.class, accessibleName);
    }

    /// Picks the entry with this text.
    public void pick(String choice, String text) {
        pick(choice(choice), text);
    }

    private <T> void pick(ComboBox<T> box, String text) {
        T entry =
                box.getItems().stream()
                        .filter(each -> box.getConverter().toString(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no entry " + text));
        robot.interact(() -> box.setValue(entry));
    }

    public void expandAll() {
        robot.interact(() ->
                window.lookupAll(".folded-section")
                        .forEach(each ->
                                ((javafx.scene.control.TitledPane) each).setExpanded(true)));
    }

    public <T extends Region> T find(Class<T> type, String accessibleName) {
        return window.lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> accessibleName.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no " + type.getSimpleName() + " " + accessibleName));
    }

    public boolean isShowing(String text) {
        return robot
                .lookup((Node node) ->
                        node instanceof javafx.scene.control.Labeled labeled
                                && labeled.getText() != null
                                && labeled.getText().contains(text))
                .queryAll()
                .stream()
                .anyMatch(node -> node.isVisible() && node.getScene() != null);
    }

    @Override
    public void close() {
        live.close();
        kernel.close();
    }
}
