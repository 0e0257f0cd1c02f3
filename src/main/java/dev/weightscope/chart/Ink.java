package dev.weightscope.chart;

/// A colour with its opacity.
///
/// @param argb alpha, red, green, blue, eight bits each, not premultiplied
public record Ink(int argb) {
    /// @param hex six digits after a `#`
    public static Ink of(String hex) {
        return new Ink(0xff000000 | Integer.parseInt(hex, 1, hex.length(), 16));
    }

    public int red() {
        return (argb >> 16) & 0xff;
    }

    public int green() {
        return (argb >> 8) & 0xff;
    }

    public int blue() {
        return argb & 0xff;
    }

    /// 0 (invisible) .. 1.
    public double opacity() {
        return (argb >>> 24) / 255.0;
    }

    public Ink withOpacity(double opacity) {
        return new Ink((argb & 0xffffff) | ((int) Math.round(opacity * 255) << 24));
    }

    /// This at share 0, `other` at share 1, and straight between the two.
    public Ink mix(Ink other, double share) {
        return new Ink(
                channel(24, other, share)
                        | channel(16, other, share)
                        | channel(8, other, share)
                        | channel(0, other, share));
    }

    private int channel(int shift, Ink other, double share) {
        int from = (argb >>> shift) & 0xff;
        int to = (other.argb >>> shift) & 0xff;
        return (int) Math.round(from + share * (to - from)) << shift;
    }

    /// WCAG 2.1 contrast ratio to another opaque colour, 1..21.
    public double contrast(Ink other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
