package dev.weightscope.session;

import dev.weightscope.model.Experiment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A setting kept for comparison.
///
/// @param givenName what a person called it; null where it is named by what it is ([PinNames])
/// @param colour 1..[Pins#MAX], unlike that of any other pin and kept for as long as the pin is; 0
///   is the live setting's
/// @param visibility whether it is drawn
/// @param origin who pinned it
public record Pin(
        @Nullable String givenName,
        int colour,
        Visibility visibility,
        Origin origin,
        Experiment experiment) {
    public enum Visibility {
        SHOWN,
        HIDDEN
    }

    /// A preset takes its companions with it when the next one is chosen; a person's pins stay.
    public enum Origin {
        PERSON,
        PRESET
    }

    /// The longest name, in characters: what is longer is cut.
    public static final int LONGEST_NAME = 200;

    public Pin {
        if (colour < 1 || colour > Pins.MAX) {
            throw new IllegalArgumentException(
                    "colour %d is not 1..%d".formatted(colour, Pins.MAX));
        }
        givenName = givenName == null ? null : usable(givenName);
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }

    public Optional<String> name() {
        return Optional.ofNullable(givenName);
    }

    /// A pin that was given a name of its own is a person's.
    ///
    /// @param newName blank to have it named by what it is again
    public Pin withName(String newName) {
        return new Pin(newName, colour, visibility, Origin.PERSON, experiment);
    }

    public Pin withVisibility(Visibility newVisibility) {
        return new Pin(givenName, colour, newVisibility, origin, experiment);
    }

    public Pin withColour(int newColour) {
        return new Pin(givenName, newColour, visibility, origin, experiment);
    }

    /// One line of at most [#LONGEST_NAME] characters; null where nothing is left.
    private static @Nullable String usable(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() > LONGEST_NAME) {
            int end = Character.isHighSurrogate(line.charAt(LONGEST_NAME - 2)) ? 2 : 1;
            line = line.substring(0, LONGEST_NAME - end) + "…";
        }
        return line.isEmpty() ? null : line;
    }
}
