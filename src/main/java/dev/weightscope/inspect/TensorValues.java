package dev.weightscope.inspect;

/// The values of one tensor in the order in which they are stored, row by row. They can be read any
/// number of times, and by several threads at once.
public interface TensorValues {
    /// How many there are.
    long count();

    /// Reads some of them.
    ///
    /// @param from the first one's place, counted from 0
    /// @param count how many; `from + count` is at most [#count]
    /// @param out its first `count` elements are overwritten
    void read(long from, int count, double[] out);

    /// @param values not copied; not to be modified
    static TensorValues of(double[] values) {
        return new TensorValues() {
            @Override
            public long count() {
                return values.length;
            }

            @Override
            public void read(long from, int count, double[] out) {
                System.arraycopy(values, Math.toIntExact(from), out, 0, count);
            }
        };
    }

    /// @param values not copied; not to be modified
    static TensorValues of(float[] values) {
        return new TensorValues() {
            @Override
            public long count() {
                return values.length;
            }

            @Override
            public void read(long from, int count, double[] out) {
                int first = Math.toIntExact(from);
                for (int i = 0; i < count; i++) {
                    out[i] = values[first + i];
                }
            }
        };
    }
}
