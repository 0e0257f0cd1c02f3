package dev.weightscope.chart;

/// Which point of a text lies at its x.
public enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
        this.share = share;
    }

    /// Where a text of a width begins whose anchor lies at `x`.
    public double start(double x, double width) {
        return x - share * width;
    }
}
