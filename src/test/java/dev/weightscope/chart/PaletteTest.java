package dev.weightscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void everythingStandsOutFromItsBackground() {
        int checked = 0;
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            Ink background = palette.background();
            assertTrue(palette.text().contrast(background) >= 7);
            assertTrue(palette.muted().contrast(background) >= 4.5);
            assertTrue(palette.danger().contrast(background) >= 4.5);
            assertTrue(palette.good().contrast(background) >= 4.5);
            for (int layer = 1; layer <= 100; layer++) {
                assertTrue(palette.layer(layer, 100).contrast(background) >= 1.9);
                checked++;
            }
            for (int index = 0; index <= 8; index++) {
                assertTrue(palette.curve(index).contrast(background) >= 2, "curve " + index);
                checked++;
            }
        }
        assertEquals(218, checked);
    }

    @Test
    void namesAreReadableUnlessTheyStandBack() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            Ink background = palette.background();
            for (int index = 0; index <= 8; index++) {
                DataColour colour = new DataColour.OfSetting(index);
                assertTrue(palette.lettering(colour).contrast(background) >= 4.5, "curve " + index);
                assertTrue(
                        palette.lettering(new DataColour.Faint(colour)).contrast(background) < 4.5,
                        "curve " + index);
            }
            for (int layer = 1; layer <= 51; layer++) {
                DataColour colour = new DataColour.OfLayer(layer, 51);
                assertTrue(palette.lettering(colour).contrast(background) >= 4.5, "layer " + layer);
            }
        }
    }

    @Test
    void nineCurvesHaveNineColours() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            assertEquals(9, palette.curves().stream().distinct().count());
            assertEquals(palette.curve(0), palette.curve(9));
            assertNotEquals(palette.curve(0), palette.curve(8));
        }
    }

    @Test
    void mixingIsExactAtBothEnds() {
        Ink black = Ink.of("#000000");
        Ink white = Ink.of("#ffffff");
        assertEquals(black, black.mix(white, 0));
        assertEquals(white, black.mix(white, 1));
        assertEquals(Ink.of("#808080"), black.mix(white, 0.5));
        assertEquals(21, black.contrast(white), 1e-9);
    }
}
