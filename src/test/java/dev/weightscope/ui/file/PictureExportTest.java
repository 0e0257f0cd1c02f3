package dev.weightscope.ui.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.engine.ExperimentWeights;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LoadedLayer;
import dev.weightscope.model.WeightsReading;
import dev.weightscope.ui.chart.FigurePreview;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.weights.LayerFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The picture that is on the screen, as a file.
@WindowTest
class PictureExportTest {
    private record Choice(String shape, String pixels, String size) {}

    @TempDir Path folder;
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theDialogOffersWhatThereIsInTheWordsOfTheWindow(FxRobot robot) {
        open.answer();
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertEquals(
                List.of("All charts", "Activations", "Gradients", "Std by depth"), contents(robot));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#spread-rms");
        robot.type(KeyCode.P);
        open.enter("Gain", "2");
        open.answer();
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertEquals(
                List.of("All charts", "Activations", "Gradients", "RMS by depth", "Compared"),
                contents(robot));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void comparedSettingsAreExportedAsShownInTheThemeAskedFor(FxRobot robot) throws IOException {
        open.answer();
        robot.type(KeyCode.P);
        open.enter("Gain", "2");
        open.answer();
        open.showResults(true);
        robot.clickOn("#compare-settings");
        Path file = folder.resolve("compared.png");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertEquals("Compared", contents(robot).getFirst());
        assertTrue(button(robot, "export-compared").isSelected());
        int checked = 0;
        for (Choice each :
                List.of(
                        new Choice("4-3", "1x", "1200 × 900 pixels"),
                        new Choice("one-column", "1x", "450 × 338 pixels"),
                        new Choice("two-columns", "2x", "1850 × 1040 pixels"),
                        new Choice("slide", "2x", "2400 × 1350 pixels"),
                        new Choice("slide", "4x", "4800 × 2700 pixels"))) {
            robot.clickOn("#export-" + each.shape).clickOn("#export-" + each.pixels);
            Label size = robot.lookup("#export-size").queryAs(Label.class);
            assertEquals(each.size, size.getText());
            checked++;
        }
        assertEquals(5, checked);
        FigureSize preview = robot.lookup(".figure-preview").queryAs(FigurePreview.class).shown();
        assertEquals(16.0 / 9, (double) preview.width() / preview.height(), 0.01);
        robot.clickOn("#export-as-shown").clickOn("#export-1x").clickOn("#export-dark");
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        BufferedImage image = ImageIO.read(file.toFile());
        double shown = open.window.lookup("#compare").getBoundsInLocal().getWidth();
        assertEquals(shown + 56, image.getWidth(), 1);
        assertEquals(Palette.DARK.background().argb(), image.getRGB(2, 2));
    }

    @Test
    void theNumbersOfLiveSettingAndPinsAreExportedAsATable(FxRobot robot) throws IOException {
        open.answer();
        robot.type(KeyCode.P);
        open.enter("Gain", "2");
        open.answer();
        Path file = folder.resolve("curves.csv");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-as-csv");
        assertEquals(List.of("Layers", "Curves"), contents(robot));
        assertTrue(button(robot, "export-4-3").isDisabled());
        robot.clickOn("#export-table-curves");
        // Input and 4 layers forward, 4 back, in three spreads, of two settings.
        Label size = robot.lookup("#export-size").queryAs(Label.class);
        assertEquals("54 rows × 10 columns", size.getText());
        Label preview = robot.lookup(".table-preview").queryAs(Label.class);
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        List<String> lines = Files.readAllLines(file);
        assertEquals(55, lines.size());
        assertEquals(
                "direction,quantity,layer,draw,value,theory,bandLow,bandHigh,seed,experiment",
                lines.getFirst());
        assertTrue(preview.getText().startsWith(lines.getFirst() + "\n" + lines.get(1)));
        assertEquals(27, lines.stream().filter(line -> line.contains("--gain 2 ")).count());
        assertEquals(27, lines.stream().filter(line -> line.contains("--gain 1 ")).count());
        assertEquals(24, lines.stream().filter(line -> line.startsWith("backward,")).count());
    }

    @Test
    void theSheetBeginsWithWhatWasExportedLast(FxRobot robot) {
        open.answer();
        open.desktop.choice = folder.resolve("curves.csv");
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertTrue(button(robot, "export-as-png").isSelected());
        robot.clickOn("#export-dark").clickOn("#export-4x").clickOn("#export-as-csv");
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());

        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertTrue(button(robot, "export-as-csv").isSelected());
        assertEquals(List.of("Layers", "Curves"), contents(robot));
        assertTrue(button(robot, "export-dark").isSelected());
        assertTrue(button(robot, "export-4x").isSelected());
        robot.clickOn("#export-as-svg");
        GridPane form = robot.lookup(".dialog-form").queryAs(GridPane.class);
        assertTrue(form.prefWidth(-1) <= form.getWidth(), "pictures are not cut off");
        robot.type(KeyCode.ESCAPE);

        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertTrue(button(robot, "export-as-csv").isSelected(), "nothing was exported since");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theWeightsOfTheNetworkAreExportedAsTheyAreDrawn(FxRobot robot) {
        open.answer();
        Path file = folder.resolve("net.safetensors");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-as-safetensors");
        Experiment experiment = open.session.experiment();
        Label size = robot.lookup("#export-size").queryAs(Label.class);
        assertTrue(size.getText().startsWith(2 * experiment.depth() + " tensors, "));
        Label preview = robot.lookup(".table-preview").queryAs(Label.class);
        assertTrue(preview.getText().startsWith("layers.0.weight  "), preview.getText());
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());

        List<LoadedLayer> layers =
                LayerFiles.read(file.toString(), WeightsReading.DEFAULT).layers();
        List<float[]> drawn = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            ExperimentWeights.draw(
                    experiment, kernel, Cancellation.NEVER, (weights, _) -> drawn.add(weights));
        }
        assertEquals(drawn.size(), layers.size());
        for (int i = 0; i < drawn.size(); i++) {
            assertArrayEquals(drawn.get(i), layers.get(i).weights().values());
        }
    }

    @Test
    void aLayersDetailsAreExported(FxRobot robot) throws IOException {
        open.answer();
        robot.interact(() -> open.window.lookup("#histograms").requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        open.await(() -> robot.lookup("Close").tryQuery().isPresent());
        Path file = folder.resolve("layer.png");
        open.desktop.choice = file;
        robot.clickOn(exportOfAnotherWindow(robot));
        assertEquals(List.of("Layer 1"), contents(robot));
        robot.clickOn("#export-1x").clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        assertEquals(1200, ImageIO.read(file.toFile()).getWidth());
        robot.clickOn("Close");
    }

    /// The main window has a button of the same text.
    private Button exportOfAnotherWindow(FxRobot robot) {
        return robot.lookup(Button.class::isInstance).queryAllAs(Button.class).stream()
                .filter(each -> each.getText().equals("Export…"))
                .filter(each -> !each.getScene().equals(open.stage.getScene()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> contents(FxRobot robot) {
        GridPane form = robot.lookup(".dialog-form").queryAs(GridPane.class);
        return form.getChildren().stream()
                .filter(node -> GridPane.getRowIndex(node) == 1)
                .filter(Node::isVisible)
                .flatMap(node -> node.lookupAll(".toggle-button").stream())
                .map(node -> ((ToggleButton) node).getText())
                .toList();
    }

    private static ToggleButton button(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(ToggleButton.class);
    }
}
