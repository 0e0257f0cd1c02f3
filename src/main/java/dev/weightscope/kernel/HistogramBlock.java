package dev.weightscope.kernel;

import java.util.Arrays;

/// The counts of one thread for a [HistogramCounter].
class HistogramBlock {
    /// Values whose slots are found at a time.
    private static final int LENGTH = 1024;

    /// Consecutive values are counted in different tables: they often share a bin, and to increment
    /// one number twice in a row has to wait for its store. That a store may be waited for is also
    /// guessed wrongly, the more seldom the more tables there are.
    private static final int TABLES = 8;

    private final int[] slots = new int[LENGTH];
    private final int[] offsets = new int[LENGTH];
    private int[] tables = {};
    private int tableLength;
    private HistogramCounter counter = new HistogramCounter(new Bins(0, 1, 1));

    /// Starts anew for a counter, with all counts 0.
    final void reset(HistogramCounter newCounter) {
        counter = newCounter;
        tableLength = newCounter.slots();
        int length = TABLES * tableLength;
        for (int i = 0; i < LENGTH; i++) {
            offsets[i] = i % TABLES * tableLength;
        }
        if (tables.length < length) {
            tables = new int[length];
        } else {
            Arrays.fill(tables, 0, length, 0);
        }
    }

    /// Counts values from `from` on.
    final void take(float[] values, int from, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            int length = Math.min(LENGTH, count - i);
            slots(counter, values, from + i, length, slots, 0);
            tally(length);
        }
    }

    /// Finds the slots of values.
    ///
    /// @param out overwritten from `at` on
    void slots(HistogramCounter bins, float[] values, int from, int count, int[] out, int at) {
        float unit = bins.unit;
        float origin = -bins.originInUnits;
        float binsPerUnit = bins.binsPerUnit;
        float fraction = bins.fraction;
        int originBin = bins.originBin;
        int last = bins.last();
        for (int i = 0; i < count; i++) {
            float fromOrigin = Math.fma(values[from + i], unit, origin);
            float position = Math.fma(fromOrigin, binsPerUnit, fraction);
            int whole = (int) position;
            int floor = whole - (int) UnitStep.of(whole - position);
            out[at + i] = Math.max(0, Math.min(last, floor + originBin));
        }
        for (int i = 0; i < count; i++) {
            float value = values[from + i];
            if (!(value >= bins.lowest && value <= bins.highest)) {
                out[at + i] = bins.outside(value);
            }
        }
    }

    private void tally(int count) {
        for (int i = 0; i < count; i++) {
            slots[i] += offsets[i];
        }
        for (int i = 0; i < count; i++) {
            tables[slots[i]]++;
        }
    }

    /// The values counted into a slot.
    final int count(int slot) {
        int sum = 0;
        for (int table = 0; table < TABLES; table++) {
            sum += tables[table * tableLength + slot];
        }
        return sum;
    }
}
