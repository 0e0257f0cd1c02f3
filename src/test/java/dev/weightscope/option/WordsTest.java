package dev.weightscope.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreQuotedAsInAShell() {
        assertEquals(
                List.of("a", "b c", "d\"e", "f\\g", "h i", "$j\\", ""),
                Words.split("a 'b c' \"d\\\"e\" f\\\\g h\\ i \"$j\\\\\" ''"));
        assertEquals("'it'\\''s'", Words.quote("it's"));
        assertEquals("''", Words.quote(""));
        assertEquals("a/b-c.csv", Words.quote("a/b-c.csv"));
    }

    @Test
    void aLineThatBeginsWithANumberSignIsANote() {
        assertEquals(
                List.of("--depth", "3", "a#b", "#c", "two\n# lines"),
                Words.split("# it's mine\n  # \"so\n--depth 3 a#b #c\r\n#\n'two\n# lines'\n# end"));
    }
}
