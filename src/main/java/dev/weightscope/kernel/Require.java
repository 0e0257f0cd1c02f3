package dev.weightscope.kernel;

/// Checks of arguments, made once a call, so that the loops need none.
final class Require {
    private Require() {}

    static void matrix(String name, float[] values, int rows, int columns) {
        atLeast("rows of " + name, rows, 0);
        atLeast("columns of " + name, columns, 0);
        if (values.length < (long) rows * columns) {
            throw new IllegalArgumentException(
                    "%s has %d elements, fewer than %d x %d"
                            .formatted(name, values.length, rows, columns));
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
