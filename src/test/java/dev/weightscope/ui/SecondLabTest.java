package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PngFile;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.run.Answer;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.SettingsFile;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A lab that is added to the list, and to nothing else, is found in the window.
@WindowTest
class SecondLabTest {
    @TempDir Path directory;
    private Stage stage;
    private @Nullable OpenWindow opened;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @Test
    void itHasATabAChartControlsAndAPlaceInTheSettings(FxRobot robot) throws Exception {
        new SettingsFile(directory)
                .write(
                        Settings.of(
                                null,
                                Theme.LIGHT,
                                SavedSession.parse("test", "--depth 2 --width 9 --gain 2"),
                                null));
        WeightScopeApplication first = open(robot);
        assertNull(node("#lab-chart"), "the first tab is the signal's");
        robot.clickOn("#tab-toy");
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        node("#lab-chart") instanceof ChartCanvas chart
                                && chart.chartProperty().get() != null
                                && !chart.staleProperty().get());
        assertTrue(table().matches("(?s).*3\\s+8\n"), table());
        CommitField powers = field("Powers");
        robot.interact(() -> {
            powers.setText("5");
            powers.fireEvent(new ActionEvent());
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> table().matches("(?s).*5\\s+32\n"));
        Node chart = node("#lab-chart");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertNull(node("#lab-chart"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertSame(chart, node("#lab-chart"), "a tab is made once: it listens from then on");
        robot.interact(first::stop);
        SavedSession saved = new SettingsFile(directory).read().settings().saved();
        assertEquals("--powers 5", saved.labs().get("toy"));
        assertEquals("toy", saved.view().get("tab"));

        WeightScopeApplication second = open(robot);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> table().matches("(?s).*5\\s+32\n"));
        assertEquals("5", field("Powers").getText());
        assertTrue(((ToggleButton) node("#tab-toy")).isSelected());
        robot.interact(second::stop);
    }

    @Test
    void itHasPinsPicturesAndAWayBack(FxRobot robot) throws Exception {
        robot.interact(
                () -> opened = new OpenWindow(stage, List.of(new SignalLab(), new ToyLab())));
        OpenWindow open = Objects.requireNonNull(opened);
        robot.clickOn("#tab-toy");
        open.await(() -> table().matches("(?s).*3\\s+1\n"));
        robot.push(KeyCode.LEFT);
        assertNull(node("#lab-chart"), "the tab that an arrow key chooses is shown");
        robot.push(KeyCode.RIGHT);
        assertTrue(node("#lab-chart") instanceof ChartCanvas);
        robot.clickOn("#tab-toy");
        assertTrue(((ToggleButton) node("#tab-toy")).isSelected(), "a second click takes nothing");
        robot.type(KeyCode.P);
        open.enter("Gain", "2");
        open.await(() -> table().matches("(?s).*3\\s+8\n"));
        assertTrue(compared().contains("8"), "of the live setting: " + compared());
        open.await(() -> spokenPins().size() == 1 && spokenPins().getFirst().endsWith(", last 1"));

        open.enter("Powers", "5");
        open.await(() -> table().matches("(?s).*5\\s+32\n") && compared().contains("32"));
        robot.interact(open.session::undo);
        assertEquals("3", field("Powers").getText());
        assertEquals(2, open.session.experiment().gain());
        robot.interact(open.session::redo);
        assertEquals("5", field("Powers").getText());
        open.await(() -> table().matches("(?s).*5\\s+32\n"));

        robot.interact(() -> node("#lab-chart").requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        ChartCanvas shown = (ChartCanvas) node("#lab-chart");
        Image copied = open.desktop.copiedImages.getFirst();
        assertTrue(copied.getWidth() > 2 * shown.getWidth(), "as large as on the screen");
        assertTrue(copied.getWidth() < 2 * shown.getWidth() + 200, "with margins alone");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertEquals(
                "weightscope toy --depth 4 --width 24 --samples 40 --gain 2 --powers 5",
                open.desktop.copiedTexts.getLast());
        Path file = directory.resolve("toy.png");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertTrue(robot.lookup("Powers of the gain").tryQuery().isPresent());
        robot.clickOn("Choose place…");
        open.await(() -> open.notices.told.contains("Exported toy.png."));
        String note = PngFile.readExperimentText(file).orElseThrow();
        assertTrue(note.contains("--gain 2"), note);

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertNull(node("#lab-chart"));
        assertNotNull(node("#compare-settings"));
        open.close();
    }

    @Test
    void itsChartStandsStillWhenASettingIsRefusedAndIsBrightWithAPart(FxRobot robot) {
        robot.interact(
                () -> opened = new OpenWindow(stage, List.of(new SignalLab(), new ToyLab())));
        OpenWindow open = Objects.requireNonNull(opened);
        robot.clickOn("#tab-toy");
        open.await(() -> table().matches("(?s).*3\\s+1\n"));
        ChartCanvas chart = (ChartCanvas) node("#lab-chart");
        Bounds before = chart.localToScene(chart.getLayoutBounds());
        robot.interact(() -> {
            open.tabs.getLast().state().leave(); // asks nobody
            open.session.edit(e -> e.withGain(3));
            part(open.tabs.getLast().state());
        });
        assertFalse(chart.staleProperty().get());
        robot.interact(() -> refuse(open.tabs.getLast().state()));
        Settling.await();
        assertTrue(open.isShowing("It is too large."));
        assertTrue(chart.staleProperty().get());
        assertEquals(before, chart.localToScene(chart.getLayoutBounds()));
        open.close();
    }

    private static <S, A> void part(LabState<S, A> state) {
        A answer = state.live().answer().orElseThrow();
        state.accept(new Answer.Partial<>(state.live().question(), answer));
    }

    private static <S, A> void refuse(LabState<S, A> state) {
        state.accept(new Answer.Refused<>(state.live().question(), "it is too large"));
    }

    @Test
    void besideOneLabAloneThereIsTheFileThatIsInspected(FxRobot robot) {
        WeightScopeApplication application =
                new WeightScopeApplication(
                        directory, EngineSettings.standard(), List.of(new SignalLab()));
        robot.interact(() -> application.start(stage));
        assertEquals(
                List.of("tab-signal", "tab-inspect"),
                stage.getScene().getRoot().lookupAll(".tab-button").stream()
                        .map(Node::getId)
                        .toList());
        robot.interact(application::stop);
    }

    @Test
    void tabsStayInTheirPlacesWhicheverIsChosen(FxRobot robot) {
        WeightScopeApplication application = open(robot);
        List<Double> places = new ArrayList<>();
        for (String tab : List.of("#tab-signal", "#tab-toy", "#tab-inspect")) {
            robot.interact(() -> ((ToggleButton) node(tab)).fire());
            Settling.await();
            places.add(node("#tab-inspect").localToScene(0, 0).getX());
            assertTrue(((ToggleButton) node(tab)).isSelected());
        }
        assertEquals(1, places.stream().distinct().count(), places::toString);
        robot.interact(application::stop);
    }

    private WeightScopeApplication open(FxRobot robot) {
        WeightScopeApplication application =
                new WeightScopeApplication(
                        directory,
                        EngineSettings.standard(),
                        List.of(new SignalLab(), new ToyLab()));
        robot.interact(() -> application.start(stage));
        return application;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    /// All that is written in the list of compared settings.
    private List<String> compared() {
        return stage.getScene().getRoot().lookupAll(".compared-row .label").stream()
                .map(each -> ((Label) each).getText())
                .toList();
    }

    private List<String> spokenPins() {
        return stage.getScene().getRoot().lookupAll(".compared-row").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private String table() {
        return node("#lab-table") instanceof Label label ? label.getText() : "";
    }

    private CommitField field(String name) {
        return stage.getScene().getRoot().lookupAll(".commit-field").stream()
                .filter(each -> name.equals(each.getAccessibleText()))
                .map(CommitField.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
