package dev.weightscope.saved;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A session as it is saved: the live setting, the pins, how they are looked at, and what each lab
/// is set to; as text, not yet read.
///
/// @param experiment the live setting as options, one a line
/// @param lost lines of pins that could not be made when they were read
/// @param view what is chosen in the window, by what it is chosen for: `layout` to `ridge`
/// @param labs each lab's own settings as options, by the lab's key
public record SavedSession(
        String experiment,
        List<SavedPin> pins,
        List<String> lost,
        SequencedMap<String, String> view,
        SequencedMap<String, String> labs) {
    public static final SavedSession EMPTY =
            new SavedSession("", List.of(), List.of(), new TreeMap<>(), new TreeMap<>());

    public SavedSession {
        pins = List.copyOf(pins);
        lost = List.copyOf(lost);
        view = Collections.unmodifiableSequencedMap(new TreeMap<>(view));
        labs = Collections.unmodifiableSequencedMap(new TreeMap<>(labs));
    }

    /// A state with the view of it.
    public static SavedSession of(
            SessionState state,
            SequencedMap<String, String> view,
            SequencedMap<String, String> labs) {
        return new SavedSession(
                ExperimentText.formatLines(state.experiment()),
                state.pins().kept().stream().map(SavedPin::of).toList(),
                state.pins().lost().stream().map(LostPin::saved).toList(),
                view,
                labs);
    }

    /// What a text holds: [#format]'s, or one of version 0.1.0.
    ///
    /// @param source what holds the text, for messages: `mine.weightscope`
    /// @throws Refusal in one sentence, if it holds none
    public static SavedSession parse(String source, String text) {
        return SavedText.parse(source, text);
    }

    /// A first line with the version of the form, then a line for each thing that is saved.
    public String format() {
        return SavedText.format(this);
    }

    /// Makes the experiments, reading the tables that they are on.
    ///
    /// A pin that cannot be made is among [Pins#lost]; one whose setting is pinned already, or for
    /// which there is no room, is left out.
    ///
    /// @throws Refusal if the live setting cannot be made
    public SessionState resolve() {
        return new SessionState(ExperimentText.parse(experiment), resolvePins());
    }

    /// The pins alone, as [#resolve].
    public Pins resolvePins() {
        List<SavedPin> all = new ArrayList<>(pins);
        lost.stream().map(SavedPin::parse).forEach(all::add);
        Pins resolved = Pins.NONE;
        for (SavedPin pin : all) {
            try {
                resolved = resolved.with(pin.resolve());
            } catch (Refusal refusal) {
                resolved = resolved.with(pin.lost(String.valueOf(refusal.getMessage())));
            }
        }
        return resolved;
    }

    /// Whether making the experiments takes more than a moment, since they are on tables.
    public boolean readsFiles() {
        return Stream.concat(Stream.of(experiment), pins.stream().map(SavedPin::experiment))
                .anyMatch(options -> options.contains("--input"));
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
            state = withoutLive(new SessionState(standard, Pins.NONE), reason);
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

    /// With the live setting as a pin that cannot be made, and the standard one in its place.
    ///
    /// @param reason one sentence: why it cannot be made
    private SessionState withoutLive(SessionState standard, String reason) {
        SavedPin last =
                new SavedPin(
                        "Last setting", 1, Pin.Visibility.SHOWN, Pin.Origin.PERSON, experiment);
        return standard.withPins(resolvePins().with(last.lost(reason)));
    }
}
