package dev.weightscope.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values as text, whoever typed it: on the command line, in a file, in the window.
class CodecTest {
    private static final Decimal GAIN = new Decimal(-10, 1e6, SliderRange.log(0.2, 5));
    private static final WholeNumber DEPTH = new WholeNumber(1, 1000, SliderRange.log(1, 200));
    private static final WholeNumber SEED = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final OneOf<NumberFormat> FORMAT = OneOf.of(NumberFormat.values());

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
        "−1, -1",
        "'1,5', 1.5",
        "'-0,25', -0.25",
        "'0,500', 0.5",
        "'1,5e3', 1500",
        "',5', 0.5",
        "'1,2345', 1.2345"
    })
    void aDecimalIsReadInEveryFormThatPeopleType(String text, double value) {
        assertEquals(value, GAIN.read("gain", text));
    }

    @ParameterizedTest
    @CsvSource({
        "abc",
        "''",
        "1/0",
        "√-1",
        "sqrt()",
        "sqrt(-1)",
        "/2",
        "NaN",
        "1e999x",
        "'1,5,2'",
        "'1.000,5'"
    })
    void whatIsNoNumberIsRefusedWithAnExample(String text) {
        assertEquals(
                "gain \"" + text + "\" is not a number; write for example 0.5",
                refusal(GAIN, "gain", text));
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "' 20 ', 20", "+7, 7", "20/2, 10", "1e2, 100", "40.0, 40", "sqrt(16), 4"})
    void aWholeNumberIsReadInEveryFormThatComesToOne(String text, long value) {
        assertEquals(value, DEPTH.read("depth", text));
    }

    @Test
    void aWholeNumberIsExactToItsLastDigit() {
        assertEquals(9007199254740993L, SEED.read("seed", "9007199254740993"));
        assertEquals(Long.MIN_VALUE, SEED.read("seed", "-9223372036854775808"));
    }

    @Test
    void aRefusalSaysWhatWouldBeRight() {
        Object[][] table = {
            {DEPTH, "2.5", "x \"2.5\" is not a whole number; write for example 40"},
            {DEPTH, "1,5", "x \"1,5\" is not a whole number; write for example 40"},
            {DEPTH, "0", "x 0 is outside 1..1000"},
            {DEPTH, "99999999999999999999", "x 99999999999999999999 is outside 1..1000"},
            {
                SEED,
                "99999999999999999999",
                "x 99999999999999999999 is outside -9223372036854775808..9223372036854775807"
            },
            {new WholeNumber(1, 9), "ten", "x \"ten\" is not a whole number; write for example 9"},
            {
                DEPTH,
                "1,000",
                "x \"1,000\" may mean two numbers; write 1000, or a point for the comma"
            },
            {
                GAIN,
                "12,500",
                "x \"12,500\" may mean two numbers; write 12500, or a point for the comma"
            },
            {GAIN, "-11", "x -11 is outside -10..1000000"},
            {GAIN, "1e999", "x 1e999 is outside -10..1000000"},
            {GAIN, " −.5E+400 ", "x −.5E+400 is outside -10..1000000"},
            {DEPTH, "1e400", "x 1e400 is outside 1..1000"},
            {Decimal.ANY, "1e400", "x \"1e400\" is not a number; write for example 0.5"},
            {FORMAT, "fp16", "x \"fp16\" is unknown; there are: float32, bfloat16, float16"},
        };
        int checked = 0;
        for (Object[] row : table) {
            assertEquals(row[2], refusal((Codec<?>) row[0], "x", (String) row[1]));
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void aMillionDigitsAreRefusedAtOnceAndNotRepeated() {
        String digits = "7".repeat(1_000_000);
        int checked = 0;
        for (Codec<?> codec : List.of(SEED, DEPTH, GAIN)) {
            String sentence =
                    assertTimeout(Duration.ofMillis(200), () -> refusal(codec, "seed", digits));
            assertEquals(
                    "seed \"%s…\" has 1000000 characters; a number has at most 60"
                            .formatted("7".repeat(59)),
                    sentence);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void samplesAreReadBackAsTheyAreWritten() {
        Random random = new Random(5);
        int checked = 0;
        for (Codec<?> codec : List.of(SEED, DEPTH, GAIN, FORMAT)) {
            for (int i = 0; i < 100; i++) {
                assertReadsBack(codec, random);
                checked++;
            }
        }
        assertEquals(400, checked);
    }

    private static <T> void assertReadsBack(Codec<T> codec, Random random) {
        T sample = codec.sample(random);
        assertEquals(sample, codec.read("sample", codec.write(sample)));
    }

    @Test
    void aSynopsisNamesFewKeysAndNotMany() {
        assertEquals("float32|bfloat16|float16", FORMAT.placeholder());
        assertTrue(FORMAT.choices().contains("bfloat16"));
        assertEquals("N", DEPTH.placeholder());
        assertEquals("X", GAIN.placeholder());
    }

    private static String refusal(Codec<?> codec, String name, String text) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> codec.read(name, text)).getMessage());
    }
}
