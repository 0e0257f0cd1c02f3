package dev.weightscope.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.export.PngFile;
import dev.weightscope.model.DataReading;
import dev.weightscope.run.Background;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What experiment files and pictures hold beside the live setting: pins, their names and colours,
/// the view.
@WindowTest
class CarriedSessionTest {
    @TempDir Path folder;
    private OpenWindow open;
    private ExperimentFiles files;
    private FileWriting writing;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
        writing = new FileWriting(new Background(Platform::runLater));
        files =
                new ExperimentFiles(
                        open.workspace,
                        open.desktop,
                        open.notices,
                        new Background(Platform::runLater),
                        writing,
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
    void filesAndPicturesBringEverythingBackAndThatCanBeUndone(FxRobot robot) {
        Path file = folder.resolve("mine.weightscope");
        Path picture = folder.resolve("mine.png");
        SessionState carried = makeSession(robot);
        SavedSession saved = open.workspace.saved();
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        open.await(() -> open.notices.told.size() == 1);
        open.desktop.choice = picture;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-1x").clickOn("Choose place…");
        open.await(() -> open.notices.told.size() == 2);
        Path shapes = folder.resolve("mine.svg");
        open.desktop.choice = shapes;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-as-svg");
        assertTrue(robot.lookup("#export-1x").query().isDisabled());
        robot.clickOn("Choose place…");
        open.await(() -> open.notices.told.size() == 3);
        Path document = folder.resolve("mine.pdf");
        open.desktop.choice = document;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-as-pdf").clickOn("Choose place…");
        open.await(() -> open.notices.told.size() == 4);
        int checked = 0;
        for (Path each : List.of(file, picture, shapes, document)) {
            robot.interact(() -> {
                open.session.pins().kept().forEach(open.session::remove);
                open.session.edit(_ -> OpenWindow.SMALL.withDepth(2));
                open.session.pinCurrent();
                toggle("layout-grid").fire();
                toggle("compare-axis-common").fire();
                toggle("fit-live").setSelected(false);
            });
            SessionState before = open.session.state();
            assertNotEquals(saved, open.workspace.saved());
            read(robot, each);
            assertEquals(carried, open.session.state(), each.toString());
            assertEquals(saved, open.workspace.saved(), each.toString());
            for (String id : List.of("layout-ridge", "compare-axis-own", "fit-live")) {
                assertTrue(toggle(id).isSelected(), each + " " + id);
            }
            assertEquals(
                    "Opened %s: the setting and 2 pins. Undo brings back those that were here."
                            .formatted(each.getFileName()),
                    open.notices.told.getLast());
            robot.push(KeyCode.SHORTCUT, KeyCode.Z);
            assertEquals(before, open.session.state(), each.toString());
            checked++;
        }
        assertEquals(4, checked);
        assertEquals(List.of(), open.notices.complaints);
    }

    /// Live, a pin with a name in a colour that is not the first, and a hidden one.
    private SessionState makeSession(FxRobot robot) {
        robot.interact(() -> {
            for (double gain : new double[] {2, 3, 4}) {
                open.session.edit(e -> e.withGain(gain));
                open.session.pinCurrent();
            }
            List<Pin> pins = open.session.pins().kept();
            open.session.remove(pins.get(0));
            open.session.rename(pins.get(1), "it's “mine” = #1");
            open.session.toggle(pins.get(2));
            open.session.edit(e -> e.withGain(1.5));
            toggle("layout-ridge").fire();
            toggle("compare-axis-own").fire();
            toggle("fit-live").setSelected(true);
        });
        open.answer();
        return open.session.state();
    }

    @Test
    void theFormsOfVersion010AndHandEditedOnesOpen(FxRobot robot) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("old.weightscope", "weightscope-experiment 1\n--depth 3\n--width 9\n");
        texts.put("old.png", "--depth 3 --width 9");
        texts.put(
                "hand.weightscope",
                """
                # for Monday
                weightscope-experiment 2
                # twelve would be too many
                --depth 3 --width 9

                  # one pin
                pin --depth 2 --width 9
                """);
        robot.interact(() -> open.session.pinCurrent());
        Pin mine = open.session.pins().kept().getFirst();
        int checked = 0;
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (each.getKey().endsWith(".png")) {
                PngFile.write(
                        file,
                        new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB),
                        1,
                        each.getValue());
            } else {
                Files.writeString(file, each.getValue());
            }
            robot.interact(() -> open.session.edit(e -> e.withDepth(5)));
            read(robot, file);
            assertEquals(List.of(), open.notices.complaints);
            assertEquals(ExperimentText.parse("--depth 3 --width 9"), open.session.experiment());
            boolean isOld = each.getKey().startsWith("old");
            assertEquals(
                    isOld ? mine.experiment() : ExperimentText.parse("--depth 2 --width 9"),
                    open.session.pins().kept().getFirst().experiment());
            assertEquals(
                    "Opened %s: %s"
                            .formatted(
                                    each.getKey(),
                                    isOld
                                            ? "the setting. It tells nothing of pins, so those that"
                                                    + " are here stay."
                                            : "the setting and 1 pin. Undo brings back those that"
                                                    + " were here."),
                    open.notices.told.getLast());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void aPinWhoseTableHasGoneIsToldAndKept(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("near.csv"), "1,2,3\n4,5,7\n");
        Path file =
                Files.writeString(
                        folder.resolve("mine.weightscope"),
                        """
                        weightscope-experiment 2
                        --depth 3 --width 9
                        pin --depth 2 --width 9 --input near.csv
                        pin name='far away' colour=4 --input far.csv
                        """);
        read(robot, file);
        assertEquals(
                List.of(
                        "Opened mine.weightscope: the setting and 1 pin. The pin “far away” cannot"
                            + " be made: input \"far.csv\" is neither normal, uniform,"
                            + " breast-cancer, digits, mnist, moons, circles, spirals, blobs nor a"
                            + " file. It is kept under Compared until you remove it."),
                open.notices.complaints);
        assertEquals(
                folder.resolve("near.csv").toString(),
                open.session.pins().kept().getFirst().experiment().input().text());
        SavedSession saved = open.workspace.saved();
        assertEquals(1, saved.lost().size());
        assertTrue(
                saved.pins()
                        .getFirst()
                        .experiment()
                        .contains(folder.resolve("near.csv").toString()));
    }

    @Test
    void whatAPictureHoldsAndCannotBeReadIsToldWithThePicturesName(FxRobot robot)
            throws IOException {
        SessionState before = open.session.state();
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "hello",
                "a.png holds no experiment: its first line would be \"weightscope-experiment 2\".");
        sentences.put("--depth 0", "a.png: depth 0 is outside 1..1000.");
        sentences.put(
                "weightscope-experiment 9\n", "a.png was saved by a newer version of WeightScope.");
        sentences.put(
                "weightscope-experiment 2\n--depth 3\npin colour=9 --depth 4",
                "a.png line 3: a pin's colour is a whole number 1..8, not 9.");
        Path file = folder.resolve("a.png");
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            PngFile.write(
                    file, new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), 1, each.getKey());
            read(robot, file);
            assertEquals(each.getValue(), open.notices.complaints.getLast());
            assertEquals(before, open.session.state());
        }
        assertEquals(4, open.notices.complaints.size());
    }

    @Test
    void savingDoesNotWaitForTheDisk(FxRobot robot) throws Exception {
        Path file = folder.resolve("slow");
        CountDownLatch disk = new CountDownLatch(1);
        List<Thread> writers = new java.util.concurrent.CopyOnWriteArrayList<>();
        robot.interact(() ->
                writing.write(
                        file,
                        () -> {
                            writers.add(Thread.currentThread());
                            await(disk);
                        },
                        _ -> {}));
        // The toolkit's thread is free while that is being written.
        open.desktop.choice = folder.resolve("mine");
        robot.interact(files::save);
        assertEquals(List.of(), open.notices.told);
        disk.countDown();
        open.await(() -> open.notices.told.size() == 1);
        assertEquals(List.of("background"), writers.stream().map(Thread::getName).toList());

        CountDownLatch slower = new CountDownLatch(1);
        robot.interact(() -> {
            writing.write(file, () -> await(slower), _ -> {});
            open.desktop.choice = folder.resolve("last");
            files.save();
        });
        assertFalse(Files.exists(folder.resolve("last.weightscope")));
        slower.countDown();
        robot.interact(writing::finish); // as when the window is closed
        assertTrue(Files.exists(folder.resolve("last.weightscope")));
    }

    @Test
    void aPipeNamedAsATableHoldsNothingUp(FxRobot robot) throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Path file =
                Files.writeString(
                        folder.resolve("a.weightscope"),
                        "weightscope-experiment 2\n--depth 3 --width 9\npin --input " + pipe);
        read(robot, file);
        assertEquals(3, open.session.experiment().depth());
        String complaint = open.notices.complaints.getFirst();
        assertTrue(complaint.contains("no regular file but a pipe"), complaint);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ToggleButton toggle(String id) {
        return (ToggleButton) open.window.lookup("#" + id);
    }

    private void read(FxRobot robot, Path file) {
        robot.interact(() -> files.open(file));
        open.await(() -> files.readingProperty().get().isEmpty());
    }
}
