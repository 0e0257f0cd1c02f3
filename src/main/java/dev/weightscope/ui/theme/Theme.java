package dev.weightscope.ui.theme;

import dev.weightscope.model.Keyed;
import javafx.application.ColorScheme;

/// What a person wants to look at.
public enum Theme implements Keyed {
    SYSTEM("system", "Like the system"),
    LIGHT("light", "Light"),
    DARK("dark", "Dark");

    private final String key;
    private final String label;

    Theme(String key, String label) {
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

    /// The next one, and around again.
    public Theme next() {
        return switch (this) {
            case SYSTEM -> LIGHT;
            case LIGHT -> DARK;
            case DARK -> SYSTEM;
        };
    }

    /// @param system what the system prefers
    ColorScheme scheme(ColorScheme system) {
        return switch (this) {
            case SYSTEM -> system;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }
}
