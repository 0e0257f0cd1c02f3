package dev.weightscope.ui.settings;

import static java.util.Objects.requireNonNull;

import dev.weightscope.model.Refusal;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.ui.theme.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is kept, as it stands in the file.
///
/// @param version of this form
/// @param window null before the first window was closed
/// @param theme the key of a [Theme]
/// @param session the lines of a [SavedSession]
/// @param exportFolder where the last picture went; null before the first
/// @param zoom the factor of the usual sizes; null for the one that suits the screen
/// @param gainMoved whether a person has ever moved the gain; null for not yet
public record Settings(
        int version,
        @Nullable WindowPlace window,
        String theme,
        List<String> session,
        @Nullable String exportFolder,
        @Nullable Double zoom,
        @Nullable Boolean gainMoved) {
    public static final int VERSION = 2;

    public static final Settings DEFAULTS = of(null, Theme.SYSTEM, SavedSession.EMPTY, null);

    /// @throws Refusal if the lines are no session's
    public Settings {
        requireNonNull(theme, "theme");
        session = List.copyOf(session);
        SavedSession.parse("the session", String.join("\n", session));
    }

    public static Settings of(
            @Nullable WindowPlace window,
            Theme theme,
            SavedSession session,
            @Nullable String exportFolder) {
        return new Settings(VERSION, window, theme.key(), lines(session), exportFolder, null, null);
    }

    /// The same with what a person has come to: how large things are drawn, and whether the gain
    /// was ever moved.
    public Settings withHabits(@Nullable Double newZoom, boolean hasMovedGain) {
        return new Settings(version, window, theme, session, exportFolder, newZoom, hasMovedGain);
    }

    public SavedSession saved() {
        return SavedSession.parse("the session", String.join("\n", session));
    }

    private static List<String> lines(SavedSession session) {
        return session.format().lines().toList();
    }
}
