package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GifPaletteTest {
    @Test
    void coloursThatAreFewAreKept() {
        Map<Integer, Long> counts = new HashMap<>();
        for (int i = 0; i < GifPalette.MOST_COLOURS; i++) {
            counts.put(i * 65_793, 1L + i);
        }
        GifPalette palette = GifPalette.of(counts);
        for (int colour : counts.keySet()) {
            assertEquals(colour, palette.colours()[palette.index(colour)]);
        }
    }

    @Test
    void ofManyThoseOfAreasAreKeptAndARampHasNoSteps() {
        Map<Integer, Long> counts = new HashMap<>();
        for (int i = 0; i < 90; i++) {
            counts.put(0x00_0101 * i, 100_000L); // areas
        }
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 4; j++) {
                counts.put((i << 16) | (i << 8) | j, 3L); // a ramp
            }
        }
        GifPalette palette = GifPalette.of(counts);
        assertEquals(GifPalette.MOST_COLOURS, palette.colours().length);
        for (int i = 0; i < 90; i++) {
            assertEquals(0x00_0101 * i, palette.colours()[palette.index(0x00_0101 * i)]);
        }
        for (int i = 0; i < 256; i++) {
            int found = palette.colours()[palette.index((i << 16) | (i << 8) | 1)];
            assertTrue(Math.abs(((found >> 16) & 0xff) - i) <= 2, i + " becomes " + found);
        }
    }
}
