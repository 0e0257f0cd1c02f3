package dev.weightscope.saved;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A session as it is saved: the live setting, the pins, how they are looked at, and what each lab
/// is set to; as text, not yet read.
///
/// @param scope whether there is more to it than the live setting
/// @param experiment the live setting as options, one a line
/// @param lost lines of pins that could not be made when they were read
/// @param view what is chosen in the window, by what it is chosen for: `layout` to `ridge`
/// @param labs each lab's own settings as options, by the lab's key
public record SavedSession(
        Scope scope,
        String experiment,
        List<SavedPin> pins,
        List<String> lost,
        SequencedMap<String, String> view,
        SequencedMap<String, String> labs) {
    /// A folder that adds nothing to where tables are looked for.
    private static final Path NOWHERE = Path.of("");

    public static final SavedSession EMPTY =
            new SavedSession(
                    Scope.SESSION, "", List.of(), List.of(), new TreeMap<>(), new TreeMap<>());

    /// What a text tells of a session.
    public enum Scope {
        /// The live setting alone: options, or what version 0.1.0 wrote. That there are no pins in
        /// it does not mean that there were none.
        SETTING,
        SESSION
    }

    public SavedSession {
        pins = List.copyOf(pins);
        lost = List.copyOf(lost);
        view = Collections.unmodifiableSequencedMap(new TreeMap<>(view));
        labs = Collections.unmodifiableSequencedMap(new TreeMap<>(labs));
        if (scope == Scope.SETTING
                && !(pins.isEmpty() && lost.isEmpty() && view.isEmpty() && labs.isEmpty())) {
            throw new IllegalArgumentException("this is more than a setting: " + pins);
        }
    }

    /// The live setting alone.
    public static SavedSession of(Experiment experiment) {
        return new SavedSession(
                Scope.SETTING,
                lines(experiment),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /// A state with the view of it.
    public static SavedSession of(SessionState state, SequencedMap<String, String> view) {
        return new SavedSession(
                Scope.SESSION,
                lines(state.experiment()),
                state.pins().kept().stream().map(SavedPin::of).toList(),
                state.pins().lost().stream().map(LostPin::saved).toList(),
                view,
                state.labs());
    }

    /// With another live setting.
    public SavedSession withLive(Experiment live) {
        return new SavedSession(scope, lines(live), pins, lost, view, labs);
    }

    private static String lines(Experiment experiment) {
        return ExperimentText.formatLines(ExperimentText.withAbsolutePaths(experiment));
    }

    /// What a text holds: [#format]'s, or one of version 0.1.0.
    ///
    /// @param source what holds the text, for messages: `mine.weightscope`
    /// @throws Refusal in one sentence, if it holds none
    public static SavedSession parse(String source, String text) {
        return SavedText.parse(source, text);
    }

    /// A first line with the version of the form, then a line for each thing that is saved; for the
    /// live setting alone its options, all on one line.
    public String format() {
        return SavedText.format(this);
    }

    /// Makes the experiments, reading the tables that they are on and the weights that they have.
    ///
    /// A pin that cannot be made is among [Pins#lost]; one whose setting is pinned already, or for
    /// which there is no room, is left out.
    ///
    /// @throws Refusal if the live setting cannot be made
    public SessionState resolve() {
        return resolve(NOWHERE);
    }

    /// As [#resolve()], for what is saved in a file: tables may also be beside that file.
    ///
    /// @param folder the file's
    /// @throws Refusal if the live setting cannot be made
    public SessionState resolve(Path folder) {
        return new SessionState(
                ExperimentText.parse(experiment, folder), resolvePins(folder), labs);
    }

    private Pins resolvePins(Path folder) {
        Pins resolved = Pins.NONE;
        for (SavedPin pin : all()) {
            try {
                resolved = resolved.with(pin.resolve(folder));
            } catch (Refusal refusal) {
                resolved = resolved.with(pin.lost(String.valueOf(refusal.getMessage())));
            }
        }
        return resolved;
    }

    /// Whether making the experiments takes more than a moment, since files are read.
    public boolean readsFiles() {
        return Stream.concat(Stream.of(experiment), pins.stream().map(SavedPin::experiment))
                .anyMatch(ExperimentText::readsFiles);
    }

    /// What a session that is brought back begins with.
    ///
    /// @param complaint what could not be made, in a sentence or two
    public record Restored(SessionState state, Optional<String> complaint) {}

    /// As [#resolve], but a live setting that cannot be made is kept among the lost pins, and
    /// `standard` stands in for it.
    public Restored restored(Experiment standard) {
        SessionState state;
        Optional<String> complaint = Optional.empty();
        try {
            state = resolve();
        } catch (Refusal refusal) {
            String reason = String.valueOf(refusal.getMessage());
            state = withoutLive(new SessionState(standard, Pins.NONE, labs), reason);
            complaint =
                    Optional.of(
                            "The last setting cannot be made: %s. It is kept under Compared until you remove it."
                                    .formatted(reason));
        }
        if (complaint.isEmpty() && !state.pins().lost().isEmpty()) {
            complaint =
                    Optional.of(
                            "The pinned setting “%s” cannot be made: %s. It is kept under Compared until you remove it."
                                    .formatted(
                                            state.pins().lost().getFirst().name(),
                                            state.pins().lost().getFirst().reason()));
        }
        return new Restored(state, complaint);
    }

    /// What to begin with where [#restored] failed as a whole: every setting is kept among the lost
    /// pins, and `standard` stands in for the live one.
    ///
    /// @param reason one sentence: why it failed
    public Restored unmade(Experiment standard, String reason) {
        Pins kept = Pins.NONE;
        for (SavedPin pin : all()) {
            kept = kept.with(pin.lost(reason));
        }
        return new Restored(
                new SessionState(standard, kept.with(last().lost(reason)), labs),
                Optional.of(
                        "The last session cannot be made: %s. It is kept under Compared until you remove it."
                                .formatted(reason)));
    }

    /// With the live setting as a pin that cannot be made, and the standard one in its place.
    ///
    /// @param reason one sentence: why it cannot be made
    private SessionState withoutLive(SessionState standard, String reason) {
        return standard.withPins(resolvePins(NOWHERE).with(last().lost(reason)));
    }

    /// The live setting as a pin.
    private SavedPin last() {
        return new SavedPin("Last setting", 1, Pin.Visibility.SHOWN, Pin.Origin.PERSON, experiment);
    }

    /// The pins, also those that could not be made the last time.
    private List<SavedPin> all() {
        return Stream.concat(pins.stream(), lost.stream().map(SavedPin::parse)).toList();
    }
}
