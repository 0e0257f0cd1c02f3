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

    @Test
    void ofANumberItIsToldWhatOfItsVarianceIsExplained() {
        assertEquals("0.75", RunsTable.explained(0.5, 2));
        assertEquals("0", RunsTable.explained(2, 2), "as good as the mean");
        assertEquals("0", RunsTable.explained(2.00001, 2), "a few digits have room");
        assertEquals("0.981", RunsTable.explained(0.1013, 5.41));
        assertEquals("−3", RunsTable.explained(8, 2), "worse than the mean");
        assertEquals("−99", RunsTable.explained(200, 2));
        assertEquals("< −99", RunsTable.explained(28_216, 4.78), "as wide as the column");
        assertEquals("−∞", RunsTable.explained(Double.POSITIVE_INFINITY, 2));
        assertEquals("–", RunsTable.explained(Double.NaN, 2));
        assertEquals("–", RunsTable.explained(0, 0), "there is nothing to explain");
    }
}
