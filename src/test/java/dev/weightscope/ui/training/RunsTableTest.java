package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.chart.race.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTableTest {
    private static Lines lines(double... values) {
        return new Lines(List.of(new Lines.Line(values, true)));
    }

    @Test
    void aLossThatIsNotFiniteIsTold() {
        assertEquals("0.7", RunsTable.figure(lines(0.7, Double.NaN), 0));
        assertEquals("NaN", RunsTable.figure(lines(0.7, Double.NaN), 1));
        assertEquals("NaN", RunsTable.figure(lines(0.7, Double.NaN), 100), "it stays so");
        assertEquals("∞", RunsTable.figure(lines(0.7, Double.POSITIVE_INFINITY), 2));
        assertEquals("–", RunsTable.figure(lines(), 2), "not known yet");
    }
}
