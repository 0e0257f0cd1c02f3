package dev.weightscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    /// At 10 units, the measure of [Areas] gives 6 to a character.
    private static final TextStyle STYLE = TextStyle.TICK;

    private record Case(String text, int characters, int most, List<String> lines) {}

    @Test
    void wrappingLosesNoCharacterAndNoLineIsTooWide() {
        List<Case> cases =
                List.of(
                        new Case("a bc def", 20, 0, List.of("a bc def")),
                        new Case("a bc def", 5, 0, List.of("a bc", "def")),
                        new Case("abcdefghijk", 4, 0, List.of("abcd", "efgh", "ijk")),
                        new Case(
                                "of " + "x".repeat(7) + " y",
                                4,
                                0,
                                List.of("of", "xxxx", "xxx", "y")));
        for (Case each : cases) {
            assertEquals(
                    each.lines,
                    TextLines.wrap(each.text, each.characters * 6, Areas.MEASURE, STYLE));
        }
        assertEquals(4, cases.size());
    }

    @Test
    void whatDoesNotFitIsReplacedByAnEllipsis() {
        List<Case> cases =
                List.of(
                        new Case("a bc def", 20, 3, List.of("a bc def")),
                        new Case("abcdefghijk", 5, 3, List.of("abcd…")),
                        new Case("one two three four", 5, 2, List.of("one", "two…")),
                        new Case("one two three four", 9, 2, List.of("one two", "three fo…")));
        for (Case each : cases) {
            assertEquals(
                    each.lines,
                    TextLines.fit(each.text, each.characters * 6, each.most, Areas.MEASURE, STYLE));
        }
        assertEquals(4, cases.size());
    }

    @Test
    void aTextOfAMegabyteCostsNoMoreThanALongLine() {
        long[] measured = {0};
        TextMeasure counting =
                (text, style) -> {
                    measured[0] += text.length();
                    return Areas.MEASURE.textWidth(text, style);
                };
        for (String text : List.of("x".repeat(1_000_000), "ab ".repeat(333_333))) {
            TextLines.wrap(text, 1000, counting, STYLE);
            TextLines.fit(text, 100, 3, counting, STYLE);
        }
        assertTrue(measured[0] < 1_000_000, () -> measured[0] + " characters were measured");
    }
}
