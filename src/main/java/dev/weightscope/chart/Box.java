package dev.weightscope.chart;

/// A rectangle; sizes are never negative.
public record Box(double x, double y, double width, double height) {
    public Box {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /// Whether another begins at the right where this one ends, to a hundredth of a unit: the bars
    /// of a histogram, between which nothing may be seen.
    public boolean meets(Box next) {
        return Math.abs(next.x - right()) < 0.01;
    }

    /// Whether a point lies inside, the right and lower edge excluded, so that neighbours never
    /// both contain it.
    public boolean contains(double pointX, double pointY) {
        return pointX >= x && pointX < right() && pointY >= y && pointY < bottom();
    }

    /// Whether the two share an area.
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// What is left when margins are taken off.
    public Box inset(double top, double right, double bottom, double left) {
        return new Box(x + left, y + top, width - left - right, height - top - bottom);
    }

    public Box top(double newHeight) {
        return new Box(x, y, width, newHeight);
    }

    public Box bottom(double newHeight) {
        return new Box(x, bottom() - newHeight, width, newHeight);
    }
}
