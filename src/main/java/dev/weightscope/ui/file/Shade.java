package dev.weightscope.ui.file;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Keyed;

/// Whether a picture is light or dark.
enum Shade implements Keyed {
    AS_WINDOW("as-window", "As the window"),
    LIGHT("light", "Light"),
    DARK("dark", "Dark");

    private final String key;
    private final String label;

    Shade(String key, String label) {
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

    /// @param window the palette of the window now
    Palette palette(Palette window) {
        return switch (this) {
            case AS_WINDOW -> window;
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
        };
    }
}
