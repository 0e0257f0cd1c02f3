package dev.weightscope.snippet;

import dev.weightscope.model.Law;
import dev.weightscope.model.Numbers;

/// A formula of the catalogue as Python: `s = {g}·√(2 / {in})` becomes `s = 1.5 * math.sqrt(2 /
/// fan_in)`.
final class PythonFormula {
    /// As the catalogue writes the std that is left within two stds.
    private static final String ROUNDED_SHRINKAGE = "0.8796";

    private PythonFormula() {}

    /// @param root what the dialect calls the square root
    static String of(String formula, LayerLaw layer, String root) {
        String text = formula;
        if (!layer.hasGain()) {
            text = text.replace("{g}·", "");
        }
        if (layer.slope() == 0) {
            text = text.replace("(1 + {slope}²)·", "");
        }
        return text.replace(ROUNDED_SHRINKAGE, Numbers.plain(Law.TruncatedNormal.shrinkage(2)))
                .replace("{g}", layer.gain())
                .replace("{in}", "fan_in")
                .replace("{out}", "fan_out")
                .replace("{slope}", Numbers.plain(layer.slope()))
                .replace("²", "**2")
                .replace("·", " * ")
                .replace("√", root);
    }

    /// A law in symbols as a comment: ASCII, as consoles and files of any encoding keep it.
    static String comment(String law) {
        return law.replace("nᵢₙ", "fan_in")
                .replace("nₒᵤₜ", "fan_out")
                .replace("²", "^2")
                .replace("·", " * ")
                .replace("√", "sqrt")
                .replace("−", "-")
                .replace("±", "+-");
    }
}
