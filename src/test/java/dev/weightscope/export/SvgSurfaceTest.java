package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.TextStyle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SvgSurfaceTest {
    private static final Ink RED = Ink.of("#ff0102");

    private final SvgSurface surface = new SvgSurface(Areas.MEASURE);

    @Test
    void shapesAreElementsInGroupsOfOneLook() {
        double[] xs = {0, 1.005, Double.NaN, 3};
        double[] ys = {0, -0.5, 1, 1e6};
        surface.fill(new Box(1, 2.345, 3, 4), RED);
        surface.disc(1, 2, 0.5, RED);
        surface.polygon(xs, ys, 4, RED.withOpacity(0.5));
        surface.polyline(xs, ys, 2, Stroke.dashed(RED, 1.5));
        surface.line(0, 1, 2, 3, Stroke.dashed(RED, 1.5));
        surface.line(0, 1, 2, 3, Stroke.dotted(RED, 1));
        surface.line(0, 1, 2, 3, Stroke.solid(RED, 1));
        assertEquals(
                """
                <g fill="#ff0102">
                <rect x="1" y="2.35" width="3" height="4"/>
                <circle cx="1" cy="2" r="0.5"/>
                </g>
                <g fill="#ff0102" fill-opacity="0.5020">
                <polygon points="0,0 1,-0.5 3,1000000 "/>
                </g>
                <g fill="none" stroke="#ff0102" stroke-width="1.5" stroke-linejoin="round" stroke-dasharray="4 4">
                <polyline points="0,0 1,-0.5 "/>
                <polyline points="0,1 2,3 "/>
                </g>
                <g fill="none" stroke="#ff0102" stroke-width="1" stroke-linejoin="round" stroke-dasharray="1 4">
                <polyline points="0,1 2,3 "/>
                </g>
                <g fill="none" stroke="#ff0102" stroke-width="1" stroke-linejoin="round">
                <polyline points="0,1 2,3 "/>
                </g>
                """,
                surface.elements());
    }

    @Test
    void boxesThatMeetAreOneElementSoThatNothingIsSeenBetweenThem() {
        surface.fill(new Box(1, 2, 1.007, 4), RED);
        surface.fill(new Box(2.007, 3, 2, 3), RED);
        surface.fill(new Box(4.007, 1, 1, 5), RED);
        surface.fill(new Box(6, 1, 1, 5), RED);
        surface.fill(new Box(7, 1, 1, 5), RED.withOpacity(0.5));
        surface.disc(1, 2, 0.5, RED.withOpacity(0.5));
        surface.fill(new Box(8, 1, 1, 5), RED.withOpacity(0.5));
        assertEquals(
                """
                <g fill="#ff0102">
                <path d="M1,2H2.01V6H1zM2.01,3H4.01V6H2.01zM4.01,1H5.01V6H4.01z"/>
                <rect x="6" y="1" width="1" height="5"/>
                </g>
                <g fill="#ff0102" fill-opacity="0.5020">
                <rect x="7" y="1" width="1" height="5"/>
                <circle cx="1" cy="2" r="0.5"/>
                <rect x="8" y="1" width="1" height="5"/>
                </g>
                """,
                surface.elements());
    }

    @Test
    void textsStayTextsWhateverIsInThem() {
        surface.text("a < b & \"c\"\u0001 𝜎\ud800", 1, 2, TextStyle.TITLE, Anchor.MIDDLE, RED);
        assertEquals(
                """
                <g fill="#ff0102" font-size="11.5" font-weight="bold" text-anchor="middle">
                <text x="1" y="2">a &lt; b &amp; &quot;c&quot;\ufffd 𝜎\ufffd</text>
                </g>
                """,
                surface.elements());
    }

    @Test
    void aTextWithAnOutlineIsThereOnce() {
        Ink ground = new Ink(0xffffffff).withOpacity(0.85);
        surface.outlinedText("χ = 1", 1, 2, TextStyle.LABEL, Anchor.END, RED, ground);
        surface.outlinedText("ξ", 3, 4, TextStyle.LABEL, Anchor.END, RED, ground);
        String elements = surface.elements();
        for (String each : List.of("χ = 1", "ξ", "id=\"text-1\"", "id=\"text-2\"")) {
            assertEquals(2, elements.split(each, -1).length, () -> each + " in " + elements);
        }
        assertTrue(
                elements.indexOf("href=\"#text-1\"") < elements.indexOf("id=\"text-1\""),
                "what lies behind comes first");
        assertTrue(elements.contains("stroke-width=\"2.6\""), elements);
    }

    @Test
    void thePixelsOfAnImageComeBack() throws IOException {
        int[] argb = {0xff00_0000, 0x8012_3456, 0x0000_0000, 0xffff_ffff, 0xff00_ff00, 0xff01_0203};
        surface.image(argb, 3, 2, new Box(10, 20, 30, 40));
        String[] parts = surface.elements().split("base64,|\"/>");
        assertEquals(
                "<image preserveAspectRatio=\"none\" x=\"10\" y=\"20\" width=\"30\" height=\"40\""
                        + " xlink:href=\"data:image/png;",
                parts[0].lines().toList().getLast());
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(parts[1])));
        assertEquals(3, image.getWidth());
        int[] read = image.getRGB(0, 0, 3, 2, null, 0, 3);
        assertArrayEquals(argb, read);
    }
}
