package dev.weightscope.ui.settings;

import javafx.geometry.Rectangle2D;

/// Where the window is.
public record WindowPlace(double x, double y, double width, double height) {
    public static final double MIN_WIDTH = 1000;
    public static final double MIN_HEIGHT = 700;

    /// In the middle of a screen, as large as is good to begin with.
    public static WindowPlace in(Rectangle2D screen) {
        double width = Math.min(1440, screen.getWidth());
        double height = Math.min(900, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    /// The nearest place that is wholly on the screen: the one of the last time may be gone.
    public WindowPlace within(Rectangle2D screen) {
        double clampedWidth = Math.min(Math.max(width, MIN_WIDTH), screen.getWidth());
        double clampedHeight = Math.min(Math.max(height, MIN_HEIGHT), screen.getHeight());
        return new WindowPlace(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - clampedWidth),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - clampedHeight),
                clampedWidth,
                clampedHeight);
    }
}
