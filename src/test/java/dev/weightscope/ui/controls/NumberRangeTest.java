package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.option.Decimal;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import org.junit.jupiter.api.Test;

class NumberRangeTest {
    private static final NumberRange DEPTH =
            new NumberRange(new WholeNumber(1, 1000, SliderRange.linear(1, 200)), 10);
    private static final NumberRange WIDTH =
            new NumberRange(new WholeNumber(1, 16384, SliderRange.log(1, 16384)), 500);
    private static final NumberRange GAIN =
            new NumberRange(new Decimal(0, 1e6, SliderRange.log(0.2, 5)), 1);
    private static final NumberRange SHARE = new NumberRange(new Decimal(0, 1), 0.9);

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
}
