package dev.weightscope.chart;

/// A picture that waits for an area: an immutable value of what is shown, not where.
public interface Chart {
    /// Where everything lies in `area`.
    ///
    /// @param measure how wide texts are on the surface that will be painted
    ChartLayout layout(Box area, TextMeasure measure);

    /// The picture in a sentence, for those who do not see it.
    String description();
}
