package dev.weightscope.chart.image;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The families of fonts that texts of a picture are in, for files that name them.
public final class FontFamilies {
    /// What Java takes for sans serif on Linux, Windows and macOS, and what looks like it.
    private static final List<String> KNOWN =
            List.of("DejaVu Sans", "Verdana", "Arial", "Helvetica", "Liberation Sans");

    private static final String GENERIC = "sans-serif";

    private FontFamilies() {}

    /// `DejaVu Sans, Verdana, Arial, sans-serif`: first the one that texts were measured in, so
    /// that they are as wide where the file is shown.
    public static String ofTexts() {
        List<String> families = known();
        families.add(GENERIC);
        return String.join(", ", families);
    }

    /// `DejaVu Sans`: the one that texts were measured in, or what looks like it.
    public static String measured() {
        return known().getFirst();
    }

    private static List<String> known() {
        List<String> families = new ArrayList<>(KNOWN);
        double measured = width(Font.SANS_SERIF);
        families.sort(Comparator.comparing(each -> !isInstalled(each) || width(each) != measured));
        return families;
    }

    /// Another family is given in the place of one that is not there.
    private static boolean isInstalled(String family) {
        return font(family).getFamily().equals(family);
    }

    private static double width(String family) {
        return font(family)
                .getStringBounds("Activations 0.123 × 10⁻⁴", TextFonts.CONTEXT)
                .getWidth();
    }

    private static Font font(String family) {
        return new Font(family, Font.PLAIN, 100);
    }
}
