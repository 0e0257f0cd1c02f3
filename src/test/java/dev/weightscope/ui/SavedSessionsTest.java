package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.saved.SavedPin;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.ui.settings.SettingsFile;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowExtension;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What of a session is there at the next start, whatever ended the one before.
@WindowTest
class SavedSessionsTest {
    private static final String SMALL = "--depth 3 --width 20 --samples 30";

    @TempDir Path directory;
    private Stage stage;
    private final FxRobot robot = new WindowExtension();
    private final List<WeightScopeApplication> open = new ArrayList<>();

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() {
        robot.interact(() -> open.forEach(WeightScopeApplication::stop));
    }

    @Test
    void aChangeIsOnDiskSoonWithoutAnyClosing() {
        write("weightscope-experiment 2\n" + SMALL);
        WeightScopeApplication application = open();
        robot.interact(() -> {
            application.session().edit(e -> e.withDepth(4));
            application.session().pinCurrent();
            application.session().rename(pins(application).getFirst(), "mine");
            application.session().edit(e -> e.withDepth(5));
            application.session().pinCurrent();
            application.session().toggle(pins(application).getLast());
            application.session().remove(pins(application).getFirst());
            toggle("layout-ridge").fire();
        });
        long changed = System.nanoTime();
        await(() -> saved().pins().size() == 1);
        long late = System.nanoTime() - changed;
        assertTrue(late < TimeUnit.SECONDS.toNanos(2), "on disk after " + late / 1e9 + " s");
        assertEquals(
                List.of(2), saved().pins().stream().map(SavedPin::colour).toList(), "its colour");
        assertEquals("ridge", saved().view().get("layout"));

        WeightScopeApplication next = open(); // the first one has never been closed
        assertEquals(5, next.session().experiment().depth());
        assertEquals(pins(application), pins(next));
        assertTrue(toggle("layout-ridge").isSelected());
    }

    @Test
    void oneOfTwoWindowsDoesNotTakeBackWhatTheOtherHasKept() throws IOException {
        write("weightscope-experiment 2\n" + SMALL);
        WeightScopeApplication older = open();
        WeightScopeApplication newer = open();
        robot.interact(() -> newer.session().edit(e -> e.withDepth(7)));
        await(() -> saved().experiment().contains("--depth 7"));
        stop(older);
        assertTrue(saved().experiment().contains("--depth 7"), "closed without a change");
        stop(newer);
        assertEquals(7, open().session().experiment().depth());
    }

    @Test
    void aSessionWhoseInputHasGoneIsToldAndKeptUntilItIsRemoved() throws IOException {
        Files.writeString(
                directory.resolve("settings.json"),
                """
                {"version":1,"window":{"x":0,"y":0,"width":1000,"height":800},"theme":"light",\
                "experiment":"--input /home/you/no-such-file.csv --samples 10",\
                "pins":[{"name":"My pin","experiment":"--input /home/you/no-such-file.csv",\
                "hidden":false}],"exportFolder":null}
                """);
        WeightScopeApplication application = open();
        await(() -> isShowing("The last setting cannot be made: "));
        await(() -> isShowing("My pin"));
        assertEquals(2, application.session().pins().lost().size());
        robot.interact(() -> application.session().edit(e -> e.withDepth(4)));
        stop(application);
        assertEquals(
                List.of("My pin", "Last setting"),
                saved().pins().stream().map(SavedPin::name).toList());

        WeightScopeApplication next = open();
        await(() -> next.session().pins().lost().size() == 2);
        robot.interact(() ->
                stage.getScene().getRoot().lookupAll(".button").stream()
                        .filter(each -> "Remove My pin".equals(each.getAccessibleText()))
                        .map(Button.class::cast)
                        .forEach(Button::fire));
        stop(next);
        assertEquals(List.of("Last setting"), saved().pins().stream().map(SavedPin::name).toList());
    }

    @Test
    void damagedSettingsAreToldInTheWindow() throws IOException {
        Files.writeString(
                directory.resolve("settings.json"),
                "{\"version\": 1, \"window\": {\"x\": 10.0, \"y\": 20.0, \"width\": \"NaN\","
                        + " \"height\": 800.0}, \"theme\": \"dark\", \"experiment\": \"\","
                        + " \"pins\": [], \"exportFolder\": null}");
        open();
        assertTrue(
                isShowing(
                        "The settings of the last session could not be read: a window cannot be"
                                + " at 10.0, 20.0 and NaN x 800.0 large."));
        assertTrue(Files.exists(directory.resolve("settings.json.damaged")));
    }

    @Test
    void tablesAreReadWhileTheWindowIsShownAndWhatIsDoneMeanwhileStays() throws IOException {
        Path table = Files.writeString(directory.resolve("table.csv"), "1,2,3\n4,5,7\n");
        write("weightscope-experiment 2\n" + SMALL + " --input " + table + "\npin " + SMALL);
        WeightScopeApplication application = new WeightScopeApplication(directory, settings());
        open.add(application);
        robot.interact(() -> {
            application.start(stage);
            application.session().edit(e -> e.withGain(2)); // faster than any disk
        });
        await(() -> !pins(application).isEmpty());
        assertEquals(2, application.session().experiment().gain());
        assertEquals(
                List.of(
                        ExperimentText.parse(SMALL),
                        ExperimentText.parse(SMALL + " --input " + table)),
                pins(application).stream().map(Pin::experiment).toList());
    }

    @Test
    void aPipeThatIsNamedAsATableHoldsNoWindowUp() throws Exception {
        Path pipe = directory.resolve("pipe.csv");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        write(
                "weightscope-experiment 2\n%s --input %s\npin %s\npin name=piped --input %s"
                        .formatted(SMALL, pipe, SMALL, pipe));
        WeightScopeApplication application = open();
        await(() -> application.session().pins().lost().size() == 2);
        assertTrue(isShowing("no regular file but a pipe, a socket or a device"));
        assertEquals(
                List.of(ExperimentText.parse(SMALL)),
                pins(application).stream().map(Pin::experiment).toList());
        robot.interact(() -> application.session().edit(e -> e.withDepth(4)));
        stop(application);
        assertEquals(
                List.of("piped", "Last setting"),
                saved().pins().stream()
                        .filter(each -> each.experiment().contains("pipe.csv"))
                        .map(SavedPin::name)
                        .toList());
    }

    private WeightScopeApplication open() {
        WeightScopeApplication application = new WeightScopeApplication(directory, settings());
        open.add(application);
        robot.interact(() -> application.start(stage));
        return application;
    }

    private void stop(WeightScopeApplication application) {
        open.remove(application);
        robot.interact(application::stop);
    }

    private static EngineSettings settings() {
        return EngineSettings.standard();
    }

    private static List<Pin> pins(WeightScopeApplication application) {
        return application.session().pins().kept();
    }

    private void write(String session) {
        try {
            new SettingsFile(directory)
                    .write(
                            dev.weightscope.ui.settings.Settings.of(
                                    null,
                                    dev.weightscope.ui.theme.Theme.LIGHT,
                                    SavedSession.parse("test", session),
                                    null));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private SavedSession saved() {
        return new SettingsFile(directory).read().settings().saved();
    }

    private ToggleButton toggle(String id) {
        return (ToggleButton) stage.getScene().lookup("#" + id);
    }

    private boolean isShowing(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(each ->
                        each instanceof Labeled labeled
                                && labeled.isVisible()
                                && labeled.getText() != null
                                && labeled.getText().contains(text));
    }

    private static void await(BooleanSupplier condition) {
        Settling.await();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain", late);
        }
        Settling.await();
    }
}
