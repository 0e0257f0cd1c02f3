package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.testing.DroppedFile;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Ways of files of weights into the window, and of what is found in them out of it.
@WindowTest
class InspectFilesTest {
    private static final Path WEIGHTS = Path.of("src/test/resources/weights/all-types.safetensors");

    @TempDir private Path folder;
    private @Nullable OpenWindow opened;

    @Start
    void start(Stage stage) {
        opened = new OpenWindow(stage, List.of(new SignalLab()));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aDroppedFileIsInspectedAndExported(FxRobot robot) throws IOException {
        robot.interact(() -> assertTrue(DroppedFile.on(open().window, WEIGHTS)));
        open().await(() -> isShown("#tensors") && !isShown("#cancel-reading"));
        assertEquals(17, tensors().getItems().size());
        open().await(() -> !charts().isEmpty());

        Path table = folder.resolve("tensors.csv");
        open().desktop.choice = table;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.interact(robot.lookup("#export-as-csv").queryAs(ToggleButton.class)::fire);
        String size = robot.lookup("#export-size").queryAs(Labeled.class).getText();
        assertTrue(size.startsWith("17 rows"), size);
        robot.clickOn("Choose place…");
        open().await(() -> open().notices.told.size() == 1);
        List<String> lines = Files.readAllLines(table);
        assertEquals(18, lines.size());
        assertTrue(lines.getFirst().startsWith("name,"), lines.getFirst());

        Path picture = folder.resolve("tensor.png");
        open().desktop.choice = picture;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.interact(robot.lookup("#export-as-png").queryAs(ToggleButton.class)::fire);
        robot.interact(robot.lookup("#export-1x").queryAs(ToggleButton.class)::fire);
        robot.clickOn("Choose place…");
        open().await(() -> open().notices.told.size() == 2);
        assertEquals(1200, ImageIO.read(picture.toFile()).getWidth());
    }

    @Test
    void readingThatIsGivenUpLosesNothing(FxRobot robot) throws IOException {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.interact(() -> DroppedFile.on(open().window, WEIGHTS));
        open().await(() -> isShown("#tensors") && !isShown("#cancel-reading"));
        String kept = String.valueOf(open().session.state().labs().get("inspect"));

        Path large = folder.resolve("large.safetensors");
        zeros(large);
        robot.interact(() -> DroppedFile.on(open().window, large));
        assertTrue(isShown("#cancel-reading"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown("#cancel-reading"));
        assertEquals(17, tensors().getItems().size());
        assertEquals(kept, open().session.state().labs().get("inspect"));
    }

    @Test
    void whatAFilesConfigSaysStandsByTheTensorsFigures(FxRobot robot) {
        robot.interact(() -> DroppedFile.on(open().window, WEIGHTS.resolveSibling("model.keras")));
        open().await(() -> isShown("#tensors") && !isShown("#cancel-reading"));
        robot.interact(() -> tensors().getSelectionModel().select(8));
        open().await(() -> config().getText().startsWith("The file's config: HeNormal() does"));
        assertTrue(config().isVisible());
        double columns =
                tensors().getVisibleLeafColumns().stream()
                        .mapToDouble(TableColumnBase::getWidth)
                        .sum();
        assertTrue(columns <= tensors().getWidth(), () -> "columns " + columns);

        robot.interact(() -> DroppedFile.on(open().window, WEIGHTS));
        open().await(() -> tensors().getItems().size() == 17);
        assertFalse(config().isVisible());
    }

    private Labeled config() {
        return (Labeled) Objects.requireNonNull(open().window.lookup("#file-declared"));
    }

    /// 4 GiB of zeros, of which the disk holds the header alone.
    private static void zeros(Path file) throws IOException {
        long bytes = 1L << 32;
        byte[] header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[32768,32768],\"data_offsets\":[0,%d]}}"
                        .formatted(bytes)
                        .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            written.write(length.putLong(header.length).array());
            written.write(header);
            written.setLength(8 + header.length + bytes);
        }
    }

    private TableView<?> tensors() {
        return (TableView<?>) Objects.requireNonNull(open().window.lookup("#tensors"));
    }

    private String charts() {
        Node canvas = open().window.lookup("#tensor-charts");
        return canvas == null ? "" : String.valueOf(canvas.getAccessibleText());
    }

    private boolean isShown(String selector) {
        Node node = open().window.lookup(selector);
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node != null;
    }
}
