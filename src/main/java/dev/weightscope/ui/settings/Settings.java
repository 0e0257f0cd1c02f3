package dev.weightscope.ui.settings;

import static java.util.Objects.requireNonNull;

import dev.weightscope.ui.theme.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is kept, as it stands in the file.
///
/// @param version of this form
/// @param window null before the first window was closed
/// @param theme the key of a [Theme]
/// @param experiment as options, as on the command line
/// @param exportFolder where the last picture went; null before the first
public record Settings(
        int version,
        @Nullable WindowPlace window,
        String theme,
        String experiment,
        List<PinSettings> pins,
        @Nullable String exportFolder) {
    public static final int VERSION = 1;

    public static final Settings DEFAULTS =
            new Settings(VERSION, null, Theme.SYSTEM.key(), "", List.of(), null);

    public Settings {
        requireNonNull(theme, "theme");
        requireNonNull(experiment, "experiment");
        pins = List.copyOf(pins);
    }

    /// A pin.
    ///
    /// @param experiment as options
    public record PinSettings(String name, String experiment, boolean hidden) {
        public PinSettings {
            requireNonNull(name, "name");
            requireNonNull(experiment, "experiment");
        }
    }
}
