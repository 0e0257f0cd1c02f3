package dev.weightscope.chart;

import java.util.List;
import java.util.stream.Stream;

/// All colours of a picture.
///
/// Layers lie on viridis, a sequential map that stays in order for every kind of colour vision and
/// in grey; each background shows the part of it that stands out there. Curves have the colours of
/// Okabe & Ito, made darker or lighter where one would sink into the background.
///
/// @param grid lines behind the data
/// @param axis lines that the data stands on
/// @param accent what is pointed at
/// @param danger what is not finite
/// @param good what is aimed at
/// @param caution what is not as it is usual
/// @param curves the live curve's colour, then eight for pinned ones
/// @param layers from the first layer's colour to the last's
/// @param densities from few to many
public record Palette(
        Ink background,
        Ink text,
        Ink muted,
        Ink grid,
        Ink axis,
        Ink accent,
        Ink danger,
        Ink good,
        Ink caution,
        List<Ink> curves,
        List<Ink> layers,
        List<Ink> densities) {
    /// Where on the way from the background a diverging colour is its hue.
    private static final double HUE_AT = 0.7;

    private static final double STRONGEST = 0.45;

    /// Thin strokes need more contrast than a curve: at least a step towards the text's colour.
    private static final double STEP_TO_TEXT = 0.15;

    /// WCAG 2.1, level AA, for texts of usual size.
    private static final double READABLE = 4.5;

    /// van der Walt & Smith 2015: viridis at ten equal steps.
    private static final List<Ink> VIRIDIS =
            inks(
                    "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779",
                    "#6ece58", "#b5de2b", "#fde725");

    public static final Palette LIGHT =
            new Palette(
                    Ink.of("#ffffff"),
                    Ink.of("#1f2328"),
                    Ink.of("#59636e"),
                    Ink.of("#e6eaef"),
                    Ink.of("#afb8c1"),
                    Ink.of("#0969da"),
                    Ink.of("#cf222e"),
                    Ink.of("#1a7f37"),
                    Ink.of("#9a6700"),
                    inks(
                            "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00",
                            "#8a7f00", "#24292f", "#8c6d5a"),
                    VIRIDIS.subList(0, 8),
                    Stream.concat(Stream.of(Ink.of("#fafbee")), VIRIDIS.reversed().stream().skip(1))
                            .toList());

    public static final Palette DARK =
            new Palette(
                    Ink.of("#0d1117"),
                    Ink.of("#e6edf3"),
                    Ink.of("#9198a1"),
                    Ink.of("#21262d"),
                    Ink.of("#484f58"),
                    Ink.of("#4493f8"),
                    Ink.of("#ff7b72"),
                    Ink.of("#3fb950"),
                    Ink.of("#d29922"),
                    inks(
                            "#4493f8", "#f0762b", "#1cc294", "#e08fc0", "#84cdf5", "#f2b33d",
                            "#f0e442", "#e6edf3", "#b89c86"),
                    VIRIDIS.subList(2, 10),
                    Stream.concat(Stream.of(Ink.of("#1c1030")), VIRIDIS.stream().skip(1)).toList());

    public Palette {
        curves = List.copyOf(curves);
        layers = List.copyOf(layers);
        densities = List.copyOf(densities);
    }

    /// The colour of a layer, counted from 1.
    public Ink layer(int layer, int depth) {
        return on(layers, depth == 1 ? 0.4 : (layer - 1.0) / (depth - 1));
    }

    /// The colour of a curve: 0 is the live one's, 1.. the pinned ones', and around again.
    public Ink curve(int colorIndex) {
        return curves.get(Math.floorMod(colorIndex, curves.size()));
    }

    /// For the name of what has a colour: as far towards the text's colour as makes it readable on
    /// the background, but no farther where it stands back.
    public Ink lettering(DataColour colour) {
        Ink own = colour.ink(this);
        double share = STEP_TO_TEXT;
        Ink ink = own.mix(text, share);
        while (!(colour instanceof DataColour.Faint)
                && share < 1
                && ink.contrast(background) < READABLE) {
            share = Math.min(1, share + 0.05);
            ink = own.mix(text, share);
        }
        return ink;
    }

    /// @param share of the largest density, 0..1
    public Ink density(double share) {
        return on(densities, share);
    }

    /// From the first curve's colour through the background's to the second one's, both darker, or
    /// on a dark ground lighter, at their ends.
    ///
    /// @param share −1..1
    public Ink diverging(double share) {
        double size = Math.min(1, Math.abs(share));
        Ink hue = share < 0 ? curve(0) : curve(1);
        return size <= HUE_AT
                ? background.mix(hue, size / HUE_AT)
                : hue.mix(text, STRONGEST * (size - HUE_AT) / (1 - HUE_AT));
    }

    private static Ink on(List<Ink> ramp, double share) {
        double place = Math.clamp(share, 0, 1) * (ramp.size() - 1);
        int below = Math.min((int) place, ramp.size() - 2);
        return ramp.get(below).mix(ramp.get(below + 1), place - below);
    }

    private static List<Ink> inks(String... hex) {
        return Stream.of(hex).map(Ink::of).toList();
    }
}
