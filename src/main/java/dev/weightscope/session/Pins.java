package dev.weightscope.session;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.Pin.Origin;
import dev.weightscope.session.Pin.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All pins, in the order in which they were pinned: no two of one setting, no two of one colour.
///
/// @param kept at most [#MAX]
/// @param lost settings that could not be made again, at most [#MOST_LOST], no two alike; they have
///   no colour and are not compared
public record Pins(List<Pin> kept, List<LostPin> lost) {
    public static final int MAX = 8;

    /// More settings that could not be made are no person's, and would fill the window.
    public static final int MOST_LOST = 100;

    public static final Pins NONE = new Pins(List.of(), List.of());

    public Pins {
        kept = List.copyOf(kept);
        lost = lost.stream().distinct().limit(MOST_LOST).toList();
        if (kept.size() > MAX
                || kept.stream().map(Pin::colour).distinct().count() < kept.size()
                || kept.stream().map(Pin::experiment).distinct().count() < kept.size()) {
            throw new IllegalArgumentException("pins are alike or too many: " + kept);
        }
    }

    public boolean isFull() {
        return kept.size() == MAX;
    }

    /// The pin of a setting, if there is one.
    public Optional<Pin> find(Experiment experiment) {
        return kept.stream().filter(pin -> pin.experiment().equals(experiment)).findFirst();
    }

    /// With one pin more, in the first colour that is free.
    ///
    /// @param name null to name it by what it is
    /// @throws Refusal if there are [#MAX] already
    public Pins with(@Nullable String name, Origin origin, Experiment experiment) {
        if (isFull()) {
            throw new Refusal(
                    "there are %d pins already; remove one to pin another".formatted(MAX));
        }
        return with(new Pin(name, freeColour(), Visibility.SHOWN, origin, experiment));
    }

    /// With a pin that was one before: in its own colour, or the first that is free if another has
    /// it. The same pins where there is no room, or the setting is pinned.
    public Pins with(Pin before) {
        if (isFull() || find(before.experiment()).isPresent()) {
            return this;
        }
        boolean isTaken = kept.stream().anyMatch(pin -> pin.colour() == before.colour());
        List<Pin> more = new ArrayList<>(kept);
        more.add(isTaken ? before.withColour(freeColour()) : before);
        return new Pins(more, lost);
    }

    public Pins without(Pin pin) {
        return new Pins(kept.stream().filter(each -> !each.equals(pin)).toList(), lost);
    }

    public Pins without(Origin origin) {
        return new Pins(kept.stream().filter(each -> each.origin() != origin).toList(), lost);
    }

    public Pins without(LostPin pin) {
        return new Pins(kept, lost.stream().filter(each -> !each.equals(pin)).toList());
    }

    public Pins with(LostPin pin) {
        List<LostPin> more = new ArrayList<>(lost);
        more.add(pin);
        return new Pins(kept, more);
    }

    /// With a pin's successor in its place; the same pins if it is not among them.
    public Pins replace(Pin pin, Pin successor) {
        return new Pins(
                kept.stream().map(each -> each.equals(pin) ? successor : each).toList(), lost);
    }

    private int freeColour() {
        return IntStream.rangeClosed(1, MAX)
                .filter(colour -> kept.stream().noneMatch(pin -> pin.colour() == colour))
                .findFirst()
                .orElseThrow();
    }
}
