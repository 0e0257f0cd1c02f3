package dev.weightscope.saved;

import static java.util.Objects.requireNonNull;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Words;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pin.Origin;
import dev.weightscope.session.Pin.Visibility;
import dev.weightscope.session.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pin as it is saved, a line: `pin colour=2 name='my pin' hidden --depth 10 --width 500`.
///
/// @param name null where the pin is named by what it is
/// @param experiment as options, not yet read
public record SavedPin(
        @Nullable String name,
        int colour,
        Visibility visibility,
        Origin origin,
        String experiment) {
    static final String WORD = "pin";

    public SavedPin {
        requireNonNull(experiment, "experiment");
        requireNonNull(visibility, "visibility");
        requireNonNull(origin, "origin");
        experiment = inWords(experiment);
        if (colour < 1 || colour > Pins.MAX) {
            throw new Refusal(
                    "a pin's colour is a whole number 1..%d, not %d".formatted(Pins.MAX, colour));
        }
    }

    public static SavedPin of(Pin pin) {
        return new SavedPin(
                pin.givenName(),
                pin.colour(),
                pin.visibility(),
                pin.origin(),
                ExperimentText.formatAll(ExperimentText.withAbsolutePaths(pin.experiment())));
    }

    /// @param folder where the table that it is on may also be
    /// @throws Refusal if the experiment cannot be made
    public Pin resolve(Path folder) {
        Experiment made = ExperimentText.parse(experiment, folder);
        // Version 0.1.0 gave every pin a name, and that was the setting's label.
        String given = made.label().equals(name) ? null : name;
        return new Pin(given, colour, visibility, origin, made);
    }

    /// This pin as one that cannot be made.
    public LostPin lost(String reason) {
        return new LostPin(name == null ? experiment : name, format(), reason);
    }

    String format() {
        StringBuilder line = new StringBuilder(WORD).append(" colour=").append(colour);
        if (name != null) {
            line.append(" name=").append(Words.quote(name));
        }
        if (visibility == Visibility.HIDDEN) {
            line.append(" hidden");
        }
        if (origin == Origin.PRESET) {
            line.append(" preset");
        }
        return line.append(' ').append(experiment).toString();
    }

    /// @param line as [#format] makes it
    /// @throws Refusal in one sentence
    static SavedPin parse(String line) {
        Iterator<String> words = Words.split(line).iterator();
        words.next(); // "pin"
        String name = null;
        int colour = 1;
        Visibility visibility = Visibility.SHOWN;
        Origin origin = Origin.PERSON;
        List<String> options = new ArrayList<>();
        while (words.hasNext() && options.isEmpty()) {
            String word = words.next();
            if (word.startsWith("colour=")) {
                colour = colour(word.substring("colour=".length()));
            } else if (word.startsWith("name=")) {
                name = word.substring("name=".length());
            } else if (word.equals("hidden")) {
                visibility = Visibility.HIDDEN;
            } else if (word.equals("preset")) {
                origin = Origin.PRESET;
            } else {
                options.add(Words.quote(word));
            }
        }
        words.forEachRemaining(word -> options.add(Words.quote(word)));
        return new SavedPin(name, colour, visibility, origin, String.join(" ", options));
    }

    /// On one line, as words that can be read back: a quotation mark that is not closed is quoted.
    private static String inWords(String options) {
        String line = String.join(" ", options.lines().toList()).strip();
        try {
            Words.split(line);
            return line;
        } catch (Refusal _) {
            return Words.quote(line);
        }
    }

    private static int colour(String text) {
        if (!text.matches("[1-9]")) {
            throw new Refusal(
                    "a pin's colour is a whole number 1..%d, not %s"
                            .formatted(Pins.MAX, Quoted.of(text)));
        }
        return Integer.parseInt(text);
    }
}
