package dev.weightscope.export.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/// An outline in lines and curves of degree three, which is all that documents and fonts have.
interface Contours {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    /// @param x1 of the first control point
    /// @param x2 of the second control point
    /// @param x of the end
    void curveTo(double x1, double y1, double x2, double y2, double x, double y);

    /// The contour ends where it began: what is filled is closed anyway, what is drawn is not.
    default void close() {}

    /// Tells an outline, contour by contour; each is closed where the next one begins.
    default void trace(Shape outline) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            switch (segment) {
                case PathIterator.SEG_MOVETO -> moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> lineTo(at[0], at[1]);
                // Of degree two: the same curve has its control points at two thirds of the way.
                case PathIterator.SEG_QUADTO ->
                        curveTo(
                                x + 2 * (at[0] - x) / 3,
                                y + 2 * (at[1] - y) / 3,
                                at[2] + 2 * (at[0] - at[2]) / 3,
                                at[3] + 2 * (at[1] - at[3]) / 3,
                                at[2],
                                at[3]);
                case PathIterator.SEG_CUBICTO -> curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> close();
            }
            int end = coordinates(segment);
            if (end > 0) {
                x = at[end - 2];
                y = at[end - 1];
            }
        }
    }

    private static int coordinates(int segment) {
        return switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
        };
    }
}
