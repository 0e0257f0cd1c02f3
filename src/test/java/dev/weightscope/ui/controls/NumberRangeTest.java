package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {
    private static final NumberRange DEPTH = NumberRange.integers(1, 200, SliderScale.LINEAR, 10);
    private static final NumberRange WIDTH = NumberRange.integers(1, 16384, SliderScale.LOG, 500);
    private static final NumberRange GAIN = NumberRange.decimals(0.2, 5, SliderScale.LOG, 1);
    private static final NumberRange SHARE = NumberRange.decimals(0, 1, SliderScale.LINEAR, 0.9);

    @Test
    void theMiddleOfALogScaleIsTheGeometricMean() {
        assertEquals(1, GAIN.valueAt(0.5));
        assertEquals(0.5, GAIN.position(1), 1e-12);
    }

    @Test
    void theEndsAreExact() {
        for (NumberRange range : new NumberRange[] {DEPTH, WIDTH, GAIN, SHARE}) {
            assertEquals(range.low(), range.valueAt(0));
            assertEquals(range.high(), range.valueAt(1));
        }
    }

    @Test
    void aValueBeyondTheEndStandsAtTheEnd() {
        assertEquals(1, DEPTH.position(1000));
        assertEquals(0, GAIN.position(0));
    }

    @Test
    void draggedValuesAreShort() {
        for (int i = 0; i <= 1000; i++) {
            double position = i / 1000.0;
            assertEquals(WIDTH.valueAt(position), Math.rint(WIDTH.valueAt(position)));
            String share = SHARE.text(SHARE.valueAt(position));
            assertEquals(true, share.length() <= 5, share);
            String gain = GAIN.text(GAIN.valueAt(position));
            assertEquals(true, gain.length() <= 5, gain);
        }
    }

    @Test
    void anArrowKeyMovesAWholeNumberByAtLeastOne() {
        assertEquals(11, DEPTH.step(10, 1));
        assertEquals(1, DEPTH.step(1, -1));
        assertEquals(2, WIDTH.step(1, 1));
        assertEquals(1, WIDTH.step(2, -1));
        assertEquals(16384, WIDTH.step(16384, 1));
    }

    @Test
    void aPageIsTenSteps() {
        assertEquals(20, DEPTH.page(10, 1));
        assertEquals(0.8, SHARE.page(0.9, -1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "1e-3, 0.001",
        "' 2 ', 2",
        "5/3, 1.6666666666666667",
        "√2, 1.4142135623730951",
        "sqrt(2), 1.4142135623730951",
        "√2/2, 0.7071067811865476",
        "sqrt(1/4), 0.5",
        "sqrt(1/4)/2, 0.25",
        "sqrt(4)/sqrt(16), 0.5",
        "8/4/2, 1",
        "−1, -1"
    })
    void readsWhatPeopleType(String text, double value) {
        assertEquals(value, GAIN.parse("Gain", text));
    }

    @ParameterizedTest
    @CsvSource({"abc", "''", "1/0", "√-1", "sqrt()", "sqrt(-1)", "/2", "NaN", "'1,5'"})
    void refusesWhatIsNoNumberAndShowsOne(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> GAIN.parse("Gain", text));
        assertEquals(
                "Gain \"" + text + "\" is not a number; write for example 1", refusal.getMessage());
    }

    @Test
    void refusesAFractionWhereAWholeNumberBelongs() {
        Refusal refusal = assertThrows(Refusal.class, () -> DEPTH.parse("Depth", "2.7"));
        assertEquals("Depth 2.7 is not a whole number; write for example 3", refusal.getMessage());
    }
}
