package dev.weightscope.ui;

import dev.weightscope.preset.Preset;
import dev.weightscope.session.PinNames;
import dev.weightscope.session.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to say of a prepared scene: what to look for, and what became of the settings to set beside
/// it.
///
/// @param pins those there are since it was loaded
record SceneAdvice(Preset preset, Pins pins) {
    String text() {
        return Stream.of(preset.label() + ".", preset.lookFor(), companions())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String companions() {
        PinNames names = new PinNames(pins);
        List<String> pinned = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Preset.Compared companion : preset.compared()) {
            pins.find(companion.experiment())
                    .map(names::of)
                    .ifPresentOrElse(pinned::add, () -> leftOut.add(companion.label()));
        }
        String beside = pinned.isEmpty() ? "" : "Pinned beside it: " + listed(pinned) + ".";
        String noRoom =
                leftOut.isEmpty()
                        ? ""
                        : "Not pinned, since there are %d pins already: %s."
                                .formatted(Pins.MAX, listed(leftOut));
        return (beside + " " + noRoom).strip();
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "“" + name + "”").collect(Collectors.joining(", "));
    }
}
