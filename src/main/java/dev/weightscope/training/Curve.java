package dev.weightscope.training;

import java.util.Arrays;

/// A figure by step: its value before the first step at 0, after step k at k. A view of what is
/// known already; what it holds never changes.
public final class Curve {
    private static final double[] NONE = {};

    private final double[] values;
    private final int length;

    /// @param values not copied; those below `length` must not be modified any more
    Curve(double[] values, int length) {
        this.values = values;
        this.length = length;
    }

    /// Of no step.
    static Curve empty() {
        return new Curve(NONE, 0);
    }

    /// How many values there are.
    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// The value at a step below [#length].
    public double at(int step) {
        if (step >= length) {
            throw new IndexOutOfBoundsException("step %d of %d".formatted(step, length));
        }
        return values[step];
    }

    /// The value at the last step.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public double last() {
        return at(length - 1);
    }

    /// A copy of the values.
    public double[] toArray() {
        return Arrays.copyOf(values, length);
    }
}
