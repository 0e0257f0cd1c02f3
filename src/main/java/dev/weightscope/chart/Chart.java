package dev.weightscope.chart;

/// A picture that waits for an area: an immutable value of what is shown, not where.
public interface Chart {
    /// Where everything lies in `area`.
    ///
    /// @param measure how wide texts are on the surface that will be painted
    ChartLayout layout(Box area, TextMeasure measure);

    /// The picture in a sentence, for those who do not see it.
    String description();

    /// What its axes span by themselves. Unless it says otherwise, no value moves them.
    default Axes axes() {
        return Axes.NONE;
    }

    /// The same on axes that span at least as much as these.
    ///
    /// @param held of charts of the same kind
    default Chart on(Axes held) {
        return this;
    }
}
