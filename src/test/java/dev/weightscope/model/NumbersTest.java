package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void decimalTextsAreNumbers() {
        String[] texts = {"0", "-0.5", ".5", "5.", "+3", "1e-9", "1E3", " 7 "};
        double[] values = {0, -0.5, 0.5, 5, 3, 1e-9, 1000, 7};
        for (int i = 0; i < texts.length; i++) {
            assertEquals(OptionalDouble.of(values[i]), Numbers.parse(texts[i]), texts[i]);
        }
        assertEquals(8, texts.length);
    }

    @Test
    void anythingElseIsNot() {
        int checked = 0;
        for (String text :
                new String[] {
                    "",
                    " ",
                    "abc",
                    "NaN",
                    "Infinity",
                    "0x1p3",
                    "1d",
                    "1f",
                    "1,5",
                    "1e",
                    "e",
                    "1e999",
                    "--1",
                    "1 2"
                }) {
            assertEquals(OptionalDouble.empty(), Numbers.parse(text), text);
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void itReadsBackWhatPlainWrites() {
        int checked = 0;
        for (double value : new double[] {0, 0.1, -1e300, 1e-9, 1.0 / 3, Double.MIN_VALUE}) {
            assertEquals(OptionalDouble.of(value), Numbers.parse(Numbers.plain(value)));
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void plainTextHasNoTrailingZero() {
        assertEquals("500", Numbers.plain(500));
        assertEquals("1e-9", Numbers.plain(1e-9));
        assertEquals("1.05e-9", Numbers.plain(1.05e-9));
    }

    @Test
    void significantTextIsWhatAPersonWouldWrite() {
        Map<Double, String> fourDigits =
                Map.ofEntries(
                        Map.entry(0.0, "0"),
                        Map.entry(-0.0, "0"),
                        Map.entry(1.0, "1"),
                        Map.entry(0.07745966692414834, "0.07746"),
                        Map.entry(-0.07745966692414834, "-0.07746"),
                        Map.entry(1234.5678, "1235"),
                        Map.entry(123456.0, "123456"),
                        Map.entry(1e6, "1e6"),
                        Map.entry(3e-7, "3e-7"),
                        Map.entry(0.0001, "0.0001"),
                        Map.entry(0.99999, "1"),
                        Map.entry(0.1 + 0.2, "0.3"),
                        Map.entry(Double.NaN, "NaN"),
                        Map.entry(Double.POSITIVE_INFINITY, "∞"),
                        Map.entry(Double.NEGATIVE_INFINITY, "−∞"));
        fourDigits.forEach((value, text) -> assertEquals(text, Numbers.significant(value, 4)));
        assertEquals(15, fourDigits.size());
    }
}
