package dev.weightscope.kernel;

/// Checks of arguments, once a call: the loops have none.
final class Require {
    private Require() {}

    static void matrix(float[] values, int rows, int columns) {
        atLeast("rows of a matrix", rows, 0);
        atLeast("columns of a matrix", columns, 0);
        if (values.length < (long) rows * columns) {
            throw new IllegalArgumentException(
                    "an array of %d elements is too short for a matrix of %d x %d"
                            .formatted(values.length, rows, columns));
        }
    }

    static void shape(String name, Matrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new IllegalArgumentException(
                    "%s is %d x %d, not %d x %d"
                            .formatted(name, matrix.rows(), matrix.columns(), rows, columns));
        }
    }

    static void range(String name, float[] values, int from, int to) {
        if (from < 0 || from > to || to > values.length) {
            throw new IllegalArgumentException(
                    "%d..%d is outside %s of %d elements".formatted(from, to, name, values.length));
        }
    }

    static void atLeast(String name, long value, long low) {
        if (value < low) {
            throw new IllegalArgumentException("%s %d is less than %d".formatted(name, value, low));
        }
    }
}
