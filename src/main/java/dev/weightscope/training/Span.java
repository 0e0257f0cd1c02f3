package dev.weightscope.training;

/// From the least to the greatest of some figures that are greater than 0 and finite: what a
/// logarithmic axis has to hold.
///
/// @param least infinite where there are none
/// @param most 0 where there are none
public record Span(double least, double most) {
    static final Span EMPTY = new Span(Double.POSITIVE_INFINITY, 0);

    public boolean isEmpty() {
        return most == 0;
    }

    /// Of the figures of both.
    public Span and(Span other) {
        return new Span(Math.min(least, other.least), Math.max(most, other.most));
    }
}
