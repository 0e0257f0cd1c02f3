package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void whatATerminalWouldObeyIsSpeltOut() {
        Map<String, String> cases =
                Map.of(
                        "\u001b[31mred\u0007", "\\u001b[31mred\\u0007",
                        "a\nb\r\tc", "a\\nb\\r\\tc",
                        "right\u202eleft", "right\\u202eleft",
                        "\ud83d", "\\ud83d",
                        "Größe σ 😀", "Größe σ 😀");
        int checked = 0;
        for (Map.Entry<String, String> each : cases.entrySet()) {
            assertEquals(each.getValue(), Quoted.value(each.getKey()));
            assertEquals(each.getValue(), Quoted.path(each.getKey()));
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aLongValueIsCutAtItsEndAndAPathAtItsBeginning() {
        assertEquals("9".repeat(60), Quoted.value("9".repeat(60)));
        assertEquals("9".repeat(59) + "…", Quoted.value("9".repeat(1_000_000)));
        assertEquals("😀".repeat(59) + "…", Quoted.value("😀".repeat(61)));
        assertEquals("\"a\\nb\"", Quoted.of("a\nb"));
        String name = "/table.csv";
        assertEquals(
                "…" + "d".repeat(240 - name.length()) + name,
                Quoted.path("/" + "d".repeat(500) + name));
    }
}
