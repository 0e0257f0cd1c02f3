package dev.weightscope.ui.settings;

import dev.weightscope.model.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;

/// Where the window is.
///
/// @param maximized whether it fills its screen; the rest is then where it returns to
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    public static final double MIN_WIDTH = 1000;
    public static final double MIN_HEIGHT = 700;

    /// @throws Refusal if a number is none
    public WindowPlace {
        if (!DoubleStream.of(x, y, width, height).allMatch(Double::isFinite)) {
            throw new Refusal(
                    "a window cannot be at %s, %s and %s x %s large"
                            .formatted(x, y, width, height));
        }
    }

    /// In the middle of a screen, as large as is good to begin with.
    ///
    /// @param zoom how much larger than usual everything in it is drawn
    public static WindowPlace in(Rectangle2D screen, double zoom) {
        double width = Math.min(1440 * zoom, screen.getWidth());
        double height = Math.min(900 * zoom, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    /// The nearest place that is wholly on the screen of which it covers most: the one of the last
    /// time may be gone.
    ///
    /// @param screens the primary one first
    public WindowPlace within(List<Rectangle2D> screens) {
        return within(
                screens.stream()
                        .max(Comparator.comparingDouble(this::covered))
                        .filter(screen -> covered(screen) > 0)
                        .orElse(screens.getFirst()));
    }

    private WindowPlace within(Rectangle2D screen) {
        double clampedWidth = Math.min(Math.max(width, MIN_WIDTH), screen.getWidth());
        double clampedHeight = Math.min(Math.max(height, MIN_HEIGHT), screen.getHeight());
        return new WindowPlace(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - clampedWidth),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - clampedHeight),
                clampedWidth,
                clampedHeight,
                maximized);
    }

    private double covered(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return Math.max(0, across) * Math.max(0, down);
    }
}
