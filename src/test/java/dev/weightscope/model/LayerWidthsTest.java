package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.LayerWidths.Listed;
import dev.weightscope.model.LayerWidths.Same;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerWidthsTest {
    private static final Listed LISTED = Listed.parse("784,100,50,10");

    @Test
    void aListBeginsWithTheInput() {
        assertEquals(3, LISTED.depth());
        assertEquals(
                List.of(100, 50, 10),
                List.of(LISTED.fanOut(1), LISTED.fanOut(2), LISTED.fanOut(3)));
        assertEquals(100, LISTED.width());
        assertEquals("784,100,50,10", LISTED.text());
        assertEquals(LISTED, Listed.parse(" 784, 100 ,50,10"));
    }

    @Test
    void depthKeepsTheEndsOfAListAndChangesItsMiddle() {
        assertEquals(Listed.parse("784,100,50,50,50,10"), LISTED.withDepth(5));
        assertEquals(Listed.parse("784,100,10"), LISTED.withDepth(2));
        assertEquals(Listed.parse("784,10"), LISTED.withDepth(1));
        assertEquals(LISTED, LISTED.withDepth(3));
        assertEquals(Listed.parse("5,7,7"), Listed.parse("5,7").withDepth(2));
        assertEquals(new Same(7, 64), new Same(3, 64).withDepth(7));
    }

    @Test
    void widthGivesUpAList() {
        assertEquals(new Same(3, 64), LISTED.withWidth(64));
    }

    @Test
    void anotherInputChangesTheFirstOfAList() {
        assertEquals(Listed.parse("64,100,50,10"), LISTED.withInputWidth(64));
        assertEquals(new Same(3, 5), new Same(3, 5).withInputWidth(64));
    }

    @Test
    void whatNoNetworkCanHaveIsRefusedWithTheValueAndTheBound() {
        assertRefused("depth 0 is outside 1..1000", () -> new Same(0, 5));
        assertRefused("depth 1001 is outside 1..1000", () -> new Same(1001, 5));
        assertRefused("width 0 is outside 1..16384", () -> new Same(1, 0));
        assertRefused("width 16385 is outside 1..16384", () -> new Same(1, 16385));
        assertRefused("width 0 is outside 1..16384", () -> Listed.parse("5,0"));
        assertRefused("depth 0 is outside 1..1000", () -> LISTED.withDepth(0));
        assertRefused(
                "widths 5 leave no layer: write the input's width, then each layer's, for example"
                        + " 784,100,100,10",
                () -> Listed.parse("5"));
        assertRefused(
                "widths \"5,x\": \"x\" is not a whole number in 1..16384; write for example"
                        + " 784,100,100,10",
                () -> Listed.parse("5,x"));
        assertRefused(
                "widths \"5,\": \"\" is not a whole number in 1..16384; write for example"
                        + " 784,100,100,10",
                () -> Listed.parse("5,"));
    }

    @Test
    void aNumberTooLargeForAnIntIsRefusedForItsSize() {
        assertRefused(
                "widths \"5,99999999999\": \"99999999999\" is not a whole number in 1..16384;"
                        + " write for example 784,100,100,10",
                () -> Listed.parse("5,99999999999"));
    }

    private static void assertRefused(String message, Runnable attempt) {
        assertEquals(message, assertThrows(Refusal.class, attempt::run).getMessage());
    }
}
