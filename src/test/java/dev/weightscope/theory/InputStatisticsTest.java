package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InputStatisticsTest {
    @Test
    void drawnInputsAreIndependent() {
        Experiment experiment = Experiment.DEFAULT.withInputScale(3);
        assertEquals(
                new InputStatistics(9, 0, 1.0 / 500, 2.0 / 500, true),
                InputStatistics.of(experiment, () -> {}));
        assertEquals(
                new InputStatistics(3, 0, 1.0 / 500, 0.8 / 500, true),
                InputStatistics.of(experiment.withInput(new Input.Uniform()), () -> {}));
    }

    @Test
    void aFileIsMeasured() {
        float[] values = {1, 0, 0, 2, 3, 3};
        InputStatistics statistics = of(new DataTable("three rows", 3, 2, values));
        double half = Math.sqrt(0.5);
        assertEquals(23.0 / 6, statistics.meanSquare(), 1e-12);
        assertEquals(2 * half / 3, statistics.correlation(), 1e-12);
        assertEquals(1.0 / 3 - Math.pow(2 * half / 3, 2), statistics.correlationVariance(), 1e-12);
        double a = Math.log(4);
        double b = Math.log(18);
        double mean = (a + b) / 3;
        assertEquals((a * a + b * b) / 3 - mean * mean, statistics.rowLogVariance(), 1e-12);
        assertFalse(statistics.isDrawn());
    }

    @Test
    void onlyTheRowsThatAreReadCountAndRowsOfZerosHaveNoDirection() {
        float[] values = {1, 1, 0, 0, 1, -1, 9, 9};
        DataTable table = new DataTable("four rows", 4, 2, values);
        InputStatistics statistics =
                InputStatistics.of(Experiment.DEFAULT.withTable(table).withSamples(3), () -> {});
        assertEquals(4.0 / 6, statistics.meanSquare(), 1e-12);
        assertEquals(0, statistics.correlation(), 1e-12);
        assertEquals(0, statistics.correlationVariance(), 1e-12);
        InputStatistics one =
                InputStatistics.of(Experiment.DEFAULT.withTable(table).withSamples(1), () -> {});
        assertEquals(new InputStatistics(1, 0, 0, 0, false), one);
    }

    @Test
    void ofALongFileRowsSpreadOverItAreLookedAt() {
        RandomGenerator random = new SplittableRandom(7);
        float[] values = new float[4000 * 50];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        InputStatistics statistics = of(new DataTable("noise", 4000, 50, values));
        assertEquals(1, statistics.meanSquare(), 0.02);
        assertEquals(0, statistics.correlation(), 0.01);
        assertEquals(1.0 / 50, statistics.correlationVariance(), 0.002);
        assertEquals(2.0 / 50, statistics.rowLogVariance(), 0.004);
    }

    @Test
    void theoryOfALongFileIsLeftAtAnyRow() {
        DataTable table = new DataTable("zeros", 4000, 50, new float[4000 * 50]);
        Experiment experiment = Experiment.DEFAULT.withTable(table).withSamples(4000);
        AtomicInteger looks = new AtomicInteger();
        SignalTheory.answer(experiment, looks::incrementAndGet);
        assertTrue(looks.get() > 4000, looks.toString());
    }

    private static InputStatistics of(DataTable table) {
        return InputStatistics.of(
                Experiment.DEFAULT.withTable(table).withSamples(table.rows()), () -> {});
    }
}
