package dev.weightscope.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramGrid;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class ChartCanvasTest {
    private ChartCanvas canvas;
    private StackPane root;

    @Start
    void start(Stage stage) {
        canvas = new ChartCanvas();
        canvas.chartProperty().set(chart(SampleSnapshots.tanh()));
        root = new StackPane(canvas);
        stage.setScene(new Scene(root, 700, 400));
        stage.show();
    }

    @Test
    void aCardThatIsWiderThanItsChartEndsWithIt(FxRobot robot) {
        HoverLayer layer = new HoverLayer();
        Hit hit =
                new Hit(
                        100,
                        new Box(0, 0, 1, 50),
                        List.of("Step 100 · log₁₀ update : weight"),
                        List.of());
        robot.interact(() -> {
            root.getChildren().add(layer);
            layer.resize(90, 50);
            for (double x : new double[] {5, 45, 85}) {
                layer.show(hit, Palette.LIGHT, x, 20);
                Region card = (Region) layer.lookup(".chart-card");
                double width = card.prefWidth(-1);
                assertTrue(width > 90);
                assertEquals(90, card.getLayoutX() + width, 1);
                Region line = (Region) card.lookup(".chart-card-title");
                assertEquals(width, card.getWidth(), 1, "laid out before the next frame");
                assertTrue(line.getWidth() > 60, "what is in it, too");
            }
        });
    }

    @Test
    void whatIsHiddenIsDrawnWhenItComesToSight(FxRobot robot) {
        Optional<ChartLayout> before = canvas.drawn();
        robot.interact(() -> {
            root.setVisible(false);
            canvas.chartProperty().set(chart(SampleSnapshots.deep()));
        });
        Settling.await();
        assertEquals(before, canvas.drawn());
        robot.interact(() -> root.setVisible(true));
        Settling.await();
        assertNotEquals(before, canvas.drawn());
        assertEquals(100, canvas.drawn().orElseThrow().stops().getLast().stop());
    }

    @Test
    void aNewChartLaysOutNothingAroundIt(FxRobot robot) {
        Settling.await();
        Optional<ChartLayout> before = canvas.drawn();
        robot.interact(() -> {
            canvas.chartProperty().set(chart(SampleSnapshots.deep()));
            assertFalse(canvas.isNeedsLayout());
            assertFalse(root.isNeedsLayout());
            root.layout();
        });
        assertNotEquals(before, canvas.drawn());
    }

    @Test
    void noSideIsLongerThanATexture(FxRobot robot) {
        robot.interact(() -> {
            canvas.setMinWidth(6000);
            root.layout();
        });
        Canvas inside = robot.from(canvas).lookup(Canvas.class::isInstance).query();
        assertEquals(6000, canvas.getWidth());
        assertEquals(4096, inside.getWidth());
    }

    @Test
    void barsHaveTheLayersColourAndOldInkIsGone(FxRobot robot) {
        Color first = CanvasSurface.color(Palette.LIGHT.layer(1, 10));
        assertTrue(pixels(robot, first) > 500);
        robot.interact(() -> canvas.paletteProperty().set(Palette.DARK));
        Settling.await();
        assertEquals(0, pixels(robot, first));
        assertTrue(pixels(robot, CanvasSurface.color(Palette.DARK.layer(1, 10))) > 500);
        robot.interact(() -> canvas.chartProperty().set(null));
        Settling.await();
        assertEquals(Optional.empty(), canvas.drawn());
        assertEquals(0, pixels(robot, CanvasSurface.color(Palette.DARK.layer(1, 10))));
    }

    @Test
    void anOldPictureDimsOnlyWhenTheNewOneIsLate(FxRobot robot) throws TimeoutException {
        Canvas inside = robot.from(canvas).lookup(Canvas.class::isInstance).query();
        robot.interact(() -> canvas.staleProperty().set(true));
        WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> inside.getOpacity() < 1);
        robot.interact(() -> canvas.staleProperty().set(false));
        assertEquals(1, inside.getOpacity());
        robot.interact(() -> {
            canvas.staleProperty().set(true);
            canvas.staleProperty().set(false);
        });
        assertEquals(1, inside.getOpacity());
    }

    @Test
    void aNewPictureIsBrightThoughAnotherIsOnItsWay(FxRobot robot) throws TimeoutException {
        Canvas inside = robot.from(canvas).lookup(Canvas.class::isInstance).query();
        robot.interact(() -> canvas.staleProperty().set(true));
        WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> inside.getOpacity() < 1);
        robot.interact(() -> {
            canvas.chartProperty().set(chart(SampleSnapshots.relu()));
            assertEquals(1, inside.getOpacity());
        });
        WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> inside.getOpacity() < 1);
    }

    @Test
    void thoseWhoDoNotSeeItAreTold() {
        assertTrue(canvas.getAccessibleText().startsWith("Histograms of activation in 10 layers"));
    }

    private long pixels(FxRobot robot, Color color) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = canvas.snapshot(null, null));
        long count = 0;
        for (int x = 0; x < image[0].getWidth(); x++) {
            for (int y = 0; y < image[0].getHeight(); y++) {
                count += image[0].getPixelReader().getColor(x, y).equals(color) ? 1 : 0;
            }
        }
        return count;
    }

    private static HistogramGrid chart(Snapshot snapshot) {
        return new HistogramGrid(
                new HistogramView(snapshot, Quantity.ACTIVATION, Scale.LINEAR, Axis.COMMON));
    }
}
