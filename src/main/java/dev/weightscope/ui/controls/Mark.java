package dev.weightscope.ui.controls;

/// A value worth knowing on a slider.
///
/// @param number the value in a few characters: `√2`
/// @param name what it is, in a word, which is left out where there is no room; may be empty
/// @param explanation a sentence, in the tooltip
public record Mark(double value, String number, String name, String explanation) {
    /// What stands under the slider: `√2 PyTorch`.
    public String label() {
        return (number + " " + name).strip();
    }
}
