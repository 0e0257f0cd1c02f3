package dev.weightscope.chart.plane;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;

/// How points of a map look.
public final class MarkPaint {
    private static final double RADIUS = 4.6;
    private static final double TARGET = 7;
    private static final double HALO = 13;
    private static final double HAIR = 23;
    private static final double TIP = 6;

    private MarkPaint() {}

    /// @param surface modified
    public static void paint(Surface surface, Palette palette, MapPlace place) {
        Ink ink = place.mark().colour().ink(palette);
        double x = place.x();
        double y = place.y();
        switch (place.side()) {
            case LEFT -> triangle(surface, x, y, -TIP, 0, ink);
            case RIGHT -> triangle(surface, x, y, TIP, 0, ink);
            case BELOW -> triangle(surface, x, y, 0, TIP, ink);
            case ABOVE -> triangle(surface, x, y, 0, -TIP, ink);
            case WITHIN -> paintPoint(surface, palette, place, ink);
        }
        place.name()
                .ifPresent(name -> {
                    Ink readable = palette.lettering(place.mark().colour());
                    if (place.isOnRail() && place.mark().shape() != MapMark.Shape.TARGET) {
                        name.paint(surface, readable);
                    } else {
                        Halo.paint(surface, palette, name, readable);
                    }
                });
    }

    private static void paintPoint(Surface surface, Palette palette, MapPlace place, Ink ink) {
        double x = place.x();
        double y = place.y();
        switch (place.mark().shape()) {
            case DOT -> {
                surface.disc(x, y, RADIUS + 1.4, palette.background());
                surface.disc(x, y, RADIUS, ink);
            }
            case DIAMOND -> {
                diamond(surface, x, y, RADIUS + 2, palette.text());
                diamond(surface, x, y, RADIUS, palette.background());
            }
            case RING -> {
                surface.disc(x, y, TARGET, palette.text());
                surface.disc(x, y, TARGET - 2, palette.background());
            }
            case TARGET -> target(surface, palette, place, ink);
        }
    }

    /// On the strip below a map it leaves the names there to be read.
    private static void target(Surface surface, Palette palette, MapPlace place, Ink ink) {
        double x = place.x();
        double y = place.y();
        Stroke hair = Stroke.solid(ink, 1.6);
        if (!place.isOnRail()) {
            surface.disc(x, y, HALO, palette.background().withOpacity(0.45));
            surface.line(x, y + HALO + 3, x, y + HAIR, hair);
        }
        surface.line(x, y - HALO - 3, x, y - HAIR, hair);
        surface.line(x - HALO - 3, y, x - HAIR, y, hair);
        surface.line(x + HALO + 3, y, x + HAIR, y, hair);
        surface.disc(x, y, TARGET + 2, palette.background());
        surface.disc(x, y, TARGET, ink);
    }

    /// @param dx from the middle to the tip
    private static void triangle(
            Surface surface, double x, double y, double dx, double dy, Ink ink) {
        surface.polygon(
                new double[] {x + dx, x - dx * 0.6 - dy * 0.8, x - dx * 0.6 + dy * 0.8},
                new double[] {y + dy, y - dy * 0.6 + dx * 0.8, y - dy * 0.6 - dx * 0.8},
                3,
                ink);
    }

    private static void diamond(Surface surface, double x, double y, double reach, Ink ink) {
        surface.polygon(
                new double[] {x - reach, x, x + reach, x},
                new double[] {y, y - reach, y, y + reach},
                4,
                ink);
    }

    /// @param share 0..1, from the top as the hand of a clock goes; NaN for what is not a number
    static void paintShare(
            Surface surface, Palette palette, double x, double y, double radius, double share) {
        Ink full = palette.text().mix(palette.background(), 0.25);
        surface.disc(x, y, radius + 1, full.withOpacity(0.5));
        surface.disc(x, y, radius, palette.background());
        if (Double.isNaN(share)) {
            surface.disc(x, y, radius, palette.danger());
        } else if (share >= 1) {
            surface.disc(x, y, radius, full);
        } else if (share > 0) {
            sector(surface, x, y, radius, share, full);
        }
    }

    private static void sector(
            Surface surface, double x, double y, double radius, double share, Ink ink) {
        int steps = 2 + (int) (24 * share);
        double[] xs = new double[steps + 2];
        double[] ys = new double[steps + 2];
        xs[0] = x;
        ys[0] = y;
        for (int i = 0; i <= steps; i++) {
            double angle = 2 * Math.PI * share * i / steps;
            xs[i + 1] = x + radius * Math.sin(angle);
            ys[i + 1] = y - radius * Math.cos(angle);
        }
        surface.polygon(xs, ys, xs.length, ink);
    }
}
