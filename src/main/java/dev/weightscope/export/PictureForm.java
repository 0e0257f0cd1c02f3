package dev.weightscope.export;

import dev.weightscope.model.Keyed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a picture is written as; the key is the extension of such files.
public enum PictureForm implements Keyed {
    /// Pixels.
    PNG("png", "PNG picture"),

    /// Shapes and texts, sharp at every size.
    SVG("svg", "SVG picture"),

    /// The same, with the fonts of its texts.
    PDF("pdf", "PDF document"),

    /// Pixels of few colours, one picture or several after another.
    GIF("gif", "GIF animation");

    private final String key;
    private final String label;

    PictureForm(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// Whether it is made of pixels.
    public boolean hasPixels() {
        return switch (this) {
            case PNG, GIF -> true;
            case SVG, PDF -> false;
        };
    }

    /// The form that a file's name says, in any case.
    ///
    /// @return empty if it is not named as a picture
    public static Optional<PictureForm> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.endsWith("." + each.key)).findFirst();
    }
}
