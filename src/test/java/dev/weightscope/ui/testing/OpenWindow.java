package dev.weightscope.ui.testing;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Lab;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Presets;
import dev.weightscope.registry.Labs;
import dev.weightscope.run.Background;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.KernelNote;
import dev.weightscope.ui.LabTab;
import dev.weightscope.ui.MainWindow;
import dev.weightscope.ui.Workers;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.experiment.GainMeter;
import dev.weightscope.ui.inspect.WeightReader;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.theme.Themes;
import dev.weightscope.ui.theme.ZoomPane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    public final Session session = new Session(SMALL);
    public final Workspace workspace = new Workspace(session);
    public final List<LabTab<?, ?>> tabs = new ArrayList<>();
    public final LabState<SignalSettings, SignalAnswer> signal;
    public final FakeDesktop desktop = new FakeDesktop();
    public final RecordedNotices notices = new RecordedNotices();
    public final Themes themes = new Themes();
    public final MainWindow window;
    public final Stage stage;
    private final Kernel kernel = Kernels.scalar(1);
    private final Workers workers = new Workers();
    private final WeightReader reader = WeightReader.of(Platform::runLater, kernel);
    private final FxRobot robot = new WindowExtension();

    /// On the toolkit's thread.
    public OpenWindow(Stage stage) {
        this(stage, Labs.ALL);
    }

    /// On the toolkit's thread.
    public OpenWindow(Stage stage, List<Lab<?, ?>> labs) {
        this.stage = stage;
        labs.forEach(lab -> tabs.add(new LabTab<>(lab, session)));
        signal = LabTab.signal(tabs);
        MemoryBudget memory = MemoryBudget.ofHeap();
        window =
                new MainWindow(
                        workspace,
                        tabs,
                        themes,
                        desktop,
                        notices,
                        new Region(),
                        Presets.all(),
                        Path.of("pictures"),
                        new KernelNote(kernel::description, () -> "for a test", _ -> {}),
                        new GainMeter(new Background(Platform::runLater), kernel, memory),
                        reader);
        stage.setScene(new Scene(new ZoomPane(window, themes.zoom(), 600, 500), 1000, 900));
        // The stage is that of the test before.
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workers.connect(tabs, Platform::runLater, kernel, memory);
    }

    /// Opens the results over the charts, or closes them.
    public void showResults(boolean open) {
        robot.interact(() ->
                ((javafx.scene.control.ToggleButton) window.lookup("#open-results"))
                        .setSelected(open));
    }

    /// Waits until no file is being read, and the picture answers the experiment, pins included.
    public Snapshot answer() {
        await(() -> window.readingProperty().get().isEmpty());
        await(() ->
                signal.live().progress() instanceof Progress.Answered
                        && session.pins().kept().stream()
                                .noneMatch(pin -> signal.outcome(pin) instanceof Outcome.Waiting));
        return signal.live().answer().orElseThrow().snapshot();
    }

    public void await(java.util.function.BooleanSupplier condition) {
        Settling.await();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain; " + signal.live().progress(), late);
        }
        Settling.await();
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

    /// Picks this entry.
    @SuppressWarnings("unchecked") // an entry of another type would not be found in the box
    public void pick(String choice, Object entry) {
        ComboBox<Object> box = (ComboBox<Object>) choice(choice);
        if (!box.getItems().contains(entry)) {
            throw new AssertionError("no entry " + entry);
        }
        robot.interact(() -> box.setValue(entry));
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
        robot.interact(themes::close);
        reader.close();
        workers.close();
        kernel.close();
    }
}
