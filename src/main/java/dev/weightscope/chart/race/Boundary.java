package dev.weightscope.chart.race;

import java.util.Arrays;
import java.util.List;

/// What a network that knows two features says all over a plane.
///
/// @param side cells of a row and of a column
/// @param probabilities of each class, of the cells row by row, the largest second feature first;
///   copied neither in nor out
/// @param loss in a few characters, below on the left
/// @param right the share of right answers, below on the right
public record Boundary(int side, List<float[]> probabilities, String loss, String right) {
    public Boundary {
        probabilities = List.copyOf(probabilities);
        for (float[] each : probabilities) {
            if (each.length != side * side) {
                throw new IllegalArgumentException(
                        "%d cells are not %d × %d".formatted(each.length, side, side));
            }
        }
    }

    /// Of two classes, from the probability of the second.
    public static Boundary ofTwo(int side, float[] second, String loss, String right) {
        float[] first = new float[second.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = 1 - second[i];
        }
        return new Boundary(side, List.of(first, second), loss, right);
    }

    /// Between the four nearest cells.
    ///
    /// @param x 0..1 from the left
    /// @param y 0..1 from the top
    double at(int kind, double x, double y) {
        double column = Math.clamp(x * side - 0.5, 0, side - 1);
        double row = Math.clamp(y * side - 0.5, 0, side - 1);
        int left = (int) column;
        int top = (int) row;
        int right1 = Math.min(left + 1, side - 1);
        int bottom = Math.min(top + 1, side - 1);
        double a = column - left;
        double b = row - top;
        float[] cells = probabilities.get(kind);
        double upper = cells[top * side + left] * (1 - a) + cells[top * side + right1] * a;
        double lower = cells[bottom * side + left] * (1 - a) + cells[bottom * side + right1] * a;
        return upper * (1 - b) + lower * b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Boundary that
                && side == that.side
                && loss.equals(that.loss)
                && right.equals(that.right)
                && Arrays.deepEquals(probabilities.toArray(), that.probabilities.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(probabilities.toArray());
    }
}
