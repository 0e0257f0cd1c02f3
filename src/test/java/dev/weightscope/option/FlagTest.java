package dev.weightscope.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTest {
    private record Lamp(boolean lit, long colour) {}

    private static final Options<Lamp> DARK =
            new Options<>(
                    new Lamp(false, 1),
                    List.of(
                            Option.of(
                                    "lit",
                                    "Lit",
                                    "Whether it is lit.",
                                    new Flag(),
                                    (lamp, lit) -> new Lamp(lit, lamp.colour()),
                                    Lamp::lit),
                            Option.of(
                                    "colour",
                                    "Colour",
                                    "Which.",
                                    new WholeNumber(1, 9),
                                    (lamp, colour) -> new Lamp(lamp.lit(), colour),
                                    Lamp::colour)));

    @Test
    void aFlagIsSaidByBeingThereAndDeniedWhereItWouldBeOn() {
        Options<Lamp> lit = DARK.withDefaults(new Lamp(true, 1));
        Object[][] table = {
            {DARK, new Lamp(true, 2), "--lit --colour 2", "--lit --colour 2"},
            {DARK, new Lamp(false, 2), "--colour 2", "--colour 2"},
            {DARK, new Lamp(true, 1), "--lit", "--lit --colour 1"},
            {DARK, new Lamp(false, 1), "", "--colour 1"},
            {lit, new Lamp(false, 1), "--lit=off", "--lit=off --colour 1"},
            {lit, new Lamp(true, 3), "--colour 3", "--colour 3"},
        };
        int checked = 0;
        for (Object[] row : table) {
            @SuppressWarnings("unchecked")
            SettingsText<Lamp> text = new SettingsText<>((Options<Lamp>) row[0]);
            Lamp lamp = (Lamp) row[1];
            assertEquals(row[2], text.format(lamp));
            assertEquals(row[3], text.formatAll(lamp));
            assertEquals(lamp, text.parse(text.format(lamp)));
            assertEquals(lamp, text.parse(text.formatAll(lamp)));
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void whatIsNeitherOnNorOffIsRefused() {
        SettingsText<Lamp> text = new SettingsText<>(DARK);
        assertEquals(new Lamp(true, 1), text.parse("--lit=on"));
        assertEquals(
                "lit \"perhaps\" is neither on nor off; write --lit alone for on",
                assertThrows(Refusal.class, () -> text.parse("--lit=perhaps")).getMessage());
        assertEquals("Whether it is lit.", DARK.help(DARK.find("--lit")));
    }
}
