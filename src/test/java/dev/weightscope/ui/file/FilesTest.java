package dev.weightscope.ui.file;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Files in and out of the window.
@WindowTest
class FilesTest {
    @TempDir Path folder;
    private OpenWindow open;
    private ExperimentFiles files;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
        files =
                new ExperimentFiles(
                        open.workspace,
                        open.desktop,
                        open.notices,
                        new Background(Platform::runLater),
                        new FileWriting(new Background(Platform::runLater)),
                        this::useTable);
    }

    /// Takes it as it is found.
    private void useTable(Path file) {
        files.useTable(file.toString(), DataReading.DEFAULT);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void anExportedPictureHasTheSizeAskedForAndBringsItsExperimentBack(FxRobot robot)
            throws IOException {
        open.enter("Gain", "1.5");
        Experiment exported = open.answer().experiment();
        Path file = folder.resolve("picture.png");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn(button(robot, "1×")).clickOn(button(robot, "Activations"));
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        assertEquals(List.of("Exported picture.png."), open.notices.told);
        assertEquals(FigureSize.WIDTH, ImageIO.read(file.toFile()).getWidth());
        open.notices.lastAction.run();
        assertEquals(folder, open.desktop.shownFolders.getFirst());

        robot.interact(() -> open.session.edit(_ -> OpenWindow.SMALL.withDepth(2)));
        read(robot, file);
        assertEquals(exported, open.session.experiment());
    }

    @Test
    void aPictureThatCannotBeWrittenLeavesNothingBehind(FxRobot robot) throws IOException {
        open.answer();
        Path occupied = Files.writeString(folder.resolve("file"), "in the way");
        open.desktop.choice = occupied.resolve("picture.png");
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.complaints.isEmpty());
        assertTrue(
                open.notices.complaints.getFirst().contains("picture.png cannot be written"),
                open.notices.complaints.getFirst());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(occupied), left.toList());
        }
    }

    @Test
    void anExperimentIsSavedAndOpened(FxRobot robot) throws IOException {
        Experiment saved = open.answer().experiment();
        Path file = folder.resolve("mine.weightscope");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        open.await(() -> !open.notices.told.isEmpty());
        assertTrue(Files.readString(file).startsWith("weightscope-experiment 2\n--"));
        robot.interact(() -> open.session.edit(e -> e.withDepth(9)));
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        assertEquals(saved, open.answer().experiment());
        assertFalse(open.session.redoableProperty().get());
        assertEquals(
                List.of(
                        "Saved mine.weightscope: the setting, no pins.",
                        "Opened mine.weightscope: the setting, no pins."),
                open.notices.told);
    }

    @Test
    void aSavedExperimentHasTheExtensionAndAnyPath(FxRobot robot) throws IOException {
        Path table = Files.writeString(folder.resolve("my --table.csv"), "1,2,3\n4,5,7\n");
        read(robot, table);
        Experiment saved = open.answer().experiment();
        open.desktop.choice = folder.resolve("mine");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        open.await(() -> !open.notices.told.isEmpty());
        robot.interact(() -> open.session.edit(_ -> OpenWindow.SMALL));
        read(robot, folder.resolve("mine.weightscope"));
        assertEquals(saved, open.session.experiment());
    }

    @Test
    void aDroppedTableBecomesTheInput(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "1,2,3\n4,5,7\n");
        read(robot, file);
        assertEquals(3, open.answer().experiment().inputWidth());
        open.enter("Depth", "2");
        robot.interact(() ->
                open.session.edit(e ->
                        e.withWidths(dev.weightscope.model.LayerWidths.Listed.parse("3,5,2"))));
        Path wider = Files.writeString(folder.resolve("wider.csv"), "1,2,3,4\n4,5,7,9\n");
        read(robot, wider);
        assertEquals(4, open.answer().experiment().inputWidth());
    }

    /// One window, many files: whatever is dropped on it says one sentence and changes nothing.
    @Test
    void whatIsNothingOfOursGetsASentence(FxRobot robot) throws IOException {
        Experiment before = open.answer().experiment();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.doc", "x");
        texts.put("b.weightscope", "x");
        texts.put("c.weightscope", "weightscope-experiment 1\n--depth 0\n");
        texts.put("d.csv", "a,b\n");
        texts.put("e.png", "x");
        texts.put("f.weightscope", "weightscope-experiment 1\n--seed " + "9".repeat(1 << 20));
        texts.put("g.csv", "a,b\n1,\"unclosed\n2,x\n3,y\n");
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Files.writeString(folder.resolve(each.getKey()), each.getValue());
        }
        Files.createDirectory(folder.resolve("folder.csv"));
        for (String name :
                List.of(
                        "fake.xlsx",
                        "im_resaved.png",
                        "fuzz/p0-found-bkgd.png",
                        "fuzz/p0-found-flushed.png",
                        "fuzz/p3-itxt-bomb-1k.png")) {
            copy(name);
        }
        Map<String, String> sentences = new LinkedHashMap<>();
        String damaged = " is damaged; the experiment in it, if there was one, is lost.";
        String foreign =
                " holds no experiment: WeightScope did not export it, or the program that saved it"
                        + " last has dropped its note.";
        sentences.put(
                "a.doc",
                "a.doc is neither a CSV table, nor a picture exported here, nor an experiment"
                        + " file, nor a file of weights.");
        sentences.put(
                "b.weightscope",
                "b.weightscope holds no experiment: its first line would be"
                        + " \"weightscope-experiment 2\".");
        sentences.put("c.weightscope", "c.weightscope: depth 0 is outside 1..1000.");
        sentences.put("d.csv", "d.csv has a header and no line of numbers below it.");
        sentences.put("e.png", "e.png is no PNG picture.");
        sentences.put(
                "f.weightscope",
                "f.weightscope is too large: of an experiment file, 1 MiB are read at most.");
        sentences.put("g.csv", "g.csv line 2: a quote is not closed.");
        sentences.put("folder.csv", "folder.csv is a directory; name a CSV file.");
        sentences.put("gone.weightscope", "gone.weightscope does not exist.");
        sentences.put("fake.xlsx", "fake.xlsx is a spreadsheet's own file; save its table as CSV.");
        sentences.put("im_resaved.png", "im_resaved.png" + foreign);
        sentences.put("p0-found-bkgd.png", "p0-found-bkgd.png" + damaged);
        sentences.put("p0-found-flushed.png", "p0-found-flushed.png" + damaged);
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            read(robot, folder.resolve(each.getKey()));
            assertEquals(each.getValue(), open.notices.complaints.getLast());
            assertEquals(before, open.session.experiment());
        }
        assertEquals(13, open.notices.complaints.size());
        read(robot, folder.resolve("p3-itxt-bomb-1k.png"));
        String bomb = open.notices.complaints.getLast();
        assertTrue(bomb.length() < 200, bomb);
        assertEquals(before, open.session.experiment());
    }

    @Test
    void whatOtherProgramsDidToAFileIsNoReasonNotToOpenIt(FxRobot robot) throws IOException {
        read(robot, copy("notepad_bom.weightscope"));
        assertEquals(Experiment.DEFAULT.withDepth(3).withGain(1.25), open.session.experiment());
        read(robot, copy("fuzz/p1-bkgd-index.png"));
        assertEquals(Experiment.DEFAULT.withDepth(3), open.session.experiment());
        read(robot, copy("upper_extension.CSV.GZ"));
        assertEquals(2, open.session.experiment().inputWidth());
        assertEquals(List.of(), open.notices.complaints);
    }

    @Test
    void aTableIsAlsoFoundBesideThePictureThatNamesIt(FxRobot robot) throws IOException {
        Path picture = copy("relpath.png");
        read(robot, picture);
        assertEquals(
                "relpath.png: input \"rel.csv\" is neither normal, uniform, breast-cancer, digits,"
                        + " mnist, moons, circles, spirals, blobs nor a file.",
                open.notices.complaints.getLast());
        Path table = Files.move(copy("relpath_rel.csv"), folder.resolve("rel.csv"));
        read(robot, picture);
        assertEquals(table.toString(), open.session.experiment().input().text());
        assertEquals(1, open.session.experiment().effectiveSamples());
    }

    @Test
    void whatATableLeavesOutIsTold(FxRobot robot) throws IOException {
        read(robot, copy("inf.csv"));
        assertEquals(
                List.of(
                        "inf.csv: , separated, header, 2 rows x 1 column; left out: b (no number in"
                                + " line 2: \"inf\")."),
                open.notices.told);
    }

    @Test
    void whatWasSaidOfAFileGoesWithItAndWithTheNextOne(FxRobot robot) throws IOException {
        open.answer();
        read(robot, folder.resolve("gone.csv"));
        read(robot, copy("inf.csv"));
        assertEquals(open.notices.complaints, open.notices.takenBack);
        robot.interact(() -> open.session.edit(e -> e.withDepth(2)));
        robot.interact(open.session::undo);
        assertEquals(1, open.notices.takenBack.size(), "the table is still the input");
        robot.interact(open.session::undo);
        assertEquals(open.notices.told.getLast(), open.notices.takenBack.getLast());
        assertEquals(2, open.notices.takenBack.size());
    }

    @Test
    void theNewestFileCountsAndReadingCanBeStopped(FxRobot robot) throws IOException {
        Path large = folder.resolve("large.csv");
        Files.writeString(large, "1,2,3,4,5,6,7,8\n".repeat(100_000));
        Path small = Files.writeString(folder.resolve("small.csv"), "1,2\n3,4\n");
        robot.interact(() -> {
            files.open(large);
            assertEquals("large.csv", files.readingProperty().get());
            files.open(small);
            assertEquals("small.csv", files.readingProperty().get());
        });
        await();
        assertEquals(2, open.session.experiment().inputWidth());
        robot.interact(() -> {
            files.open(large);
            assertTrue(files.cancel());
            assertFalse(files.cancel());
        });
        read(robot, small);
        assertEquals(2, open.session.experiment().inputWidth());
        assertEquals(List.of(), open.notices.complaints);
    }

    private void read(FxRobot robot, Path file) {
        robot.interact(() -> files.open(file));
        await();
    }

    private void await() {
        open.await(() -> files.readingProperty().get().isEmpty());
    }

    /// A file of the test's resources.
    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream bytes = FilesTest.class.getResourceAsStream("/cases/" + name)) {
            Files.copy(requireNonNull(bytes), file);
        }
        return file;
    }

    private static Node button(FxRobot robot, String text) {
        return robot.lookup((Node node) ->
                        node instanceof ToggleButton toggle && text.equals(toggle.getText()))
                .query();
    }
}
