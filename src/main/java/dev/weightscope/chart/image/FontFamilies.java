package dev.weightscope.chart.image;

import java.awt.Font;
import java.awt.font.FontRenderContext;
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
        List<String> families = new ArrayList<>(KNOWN);
        double measured = width(Font.SANS_SERIF);
        families.sort(Comparator.comparing(each -> !isInstalled(each) || width(each) != measured));
        families.add(GENERIC);
        return String.join(", ", families);
    }

    /// Another family is given in the place of one that is not there.
    private static boolean isInstalled(String family) {
        return font(family).getFamily().equals(family);
    }

    private static double width(String family) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        return font(family).getStringBounds("Activations 0.123 × 10⁻⁴", context).getWidth();
    }

    private static Font font(String family) {
        return new Font(family, Font.PLAIN, 100);
    }
}
