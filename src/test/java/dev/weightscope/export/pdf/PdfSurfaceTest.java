package dev.weightscope.export.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.image.FigureImage;
import org.junit.jupiter.api.Test;

class PdfSurfaceTest {
    private static final Ink RED = Ink.of("#ff0080");

    private final PdfSurface surface = new PdfSurface(FigureImage.measure());

    @Test
    void shapesAreOperatorsAndWhatIsSetIsNotSetAgain() {
        double[] xs = {0, 1.005, Double.NaN, 3};
        double[] ys = {0, -0.5, 1, 1e9};
        surface.fill(new Box(1, 2.345, 3, 4), RED);
        surface.polygon(xs, ys, 4, RED.withOpacity(0.5));
        surface.polyline(xs, ys, 2, Stroke.dashed(RED, 1.5));
        surface.line(0, 1, 2, 3, Stroke.dashed(RED, 1.5));
        surface.line(0, 1, 2, 3, Stroke.dotted(RED, 1));
        surface.disc(10, 20, 3, RED);
        assertEquals(
                """
                1 0 0.5020 rg
                /A255 gs
                1 2.35 3 4 re
                f
                /A128 gs
                0 0 m
                1 -0.5 l
                3 1000000 l
                f
                1 0 0.5020 RG
                1.5 w [4 4] 0 d
                /A255 gs
                0 0 m
                1 -0.5 l
                S
                0 1 m
                2 3 l
                S
                1 w [1 4] 0 d
                0 1 m
                2 3 l
                S
                13 20 m
                13 21.66 11.66 23 10 23 c
                8.34 23 7 21.66 7 20 c
                7 18.34 8.34 17 10 17 c
                11.66 17 13 18.34 13 20 c
                h
                f
                """,
                surface.operators());
        assertEquals(
                "/Font << >> /ExtGState << /A128 << /CA 0.5020 /ca 0.5020 >> /A255 << /CA 1 /ca 1"
                        + " >> >> /XObject << >>",
                surface.resources(new PdfObjects()));
    }

    @Test
    void boxesThatMeetAreOnePathSoThatNothingIsSeenBetweenThem() {
        surface.fill(new Box(1, 2, 1.007, 4), RED);
        surface.fill(new Box(2.007, 3, 2, 3), RED);
        surface.fill(new Box(6, 1, 1, 5), RED);
        surface.fill(new Box(7, 1, 1, 5), RED.withOpacity(0.5));
        assertEquals(
                """
                1 0 0.5020 rg
                /A255 gs
                1 2 1.01 4 re
                2.01 3 2 3 re
                f
                6 1 1 5 re
                f
                /A128 gs
                7 1 1 5 re
                f
                """,
                surface.operators());
    }

    @Test
    void aTextIsItsGlyphsInOrderOfTheirFirstUse() {
        surface.text("aba", 1, 2, TextStyle.LABEL, Anchor.START, RED);
        surface.text("", 1, 2, TextStyle.LABEL, Anchor.START, RED);
        surface.text("b", 1, 2, TextStyle.HEADING, Anchor.START, RED);
        assertEquals(
                """
                1 0 0.5020 rg
                /A255 gs
                BT
                /NORMAL 11 Tf
                1 0 0 -1 1 2 Tm
                <000100020001> Tj
                ET
                BT
                /BOLD 13 Tf
                1 0 0 -1 1 2 Tm
                <0001> Tj
                ET
                """,
                surface.operators());
    }

    @Test
    void aTextWhoseCharactersTakeFormFromEachOtherIsItsOutlineAndIsStillRead() {
        surface.text("سلام", 1, 2, TextStyle.LABEL, Anchor.START, RED);
        String operators = surface.operators();
        assertTrue(
                operators.contains("/Span << /ActualText <FEFF0633064406270645> >> BDC\n"),
                operators);
        assertTrue(operators.endsWith("f\nEMC\n"), operators);
    }

    @Test
    void anOutlineOfATextIsNoTextAndClosed() {
        Ink ground = new Ink(0xffffffff).withOpacity(0.85);
        surface.outlinedText("oo", 1, 2, TextStyle.LABEL, Anchor.START, RED, ground);
        surface.outlinedText("", 1, 2, TextStyle.LABEL, Anchor.START, RED, ground);
        String operators = surface.operators();
        int end = operators.indexOf("EMC\n");
        String outline = operators.substring(0, end);
        assertTrue(operators.startsWith("/Artifact BMC\n1 1 1 RG\n2.6 w [] 0 d\n"), operators);
        // each o has an outer and an inner contour
        assertEquals(4, outline.lines().filter(each -> each.endsWith(" m")).count());
        assertEquals(4, outline.lines().filter("h"::equals).count());
        assertEquals(0, outline.lines().filter(each -> each.endsWith("Tj")).count());
        assertEquals(1, operators.lines().filter(each -> each.endsWith("Tj")).count());
    }

    @Test
    void anImageLiesWithItsFirstRowAbove() {
        surface.image(new int[] {0xff00_0000, 0x8012_3456}, 1, 2, new Box(10, 20, 30, 40));
        assertEquals(
                """
                /A255 gs
                q
                30 0 0 -40 10 60 cm
                /I0 Do
                Q
                """,
                surface.operators());
        assertEquals(
                "/Font << >> /ExtGState << /A255 << /CA 1 /ca 1 >> >> /XObject << /I0 2 0 R >>",
                surface.resources(new PdfObjects()));
    }
}
