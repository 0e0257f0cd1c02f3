package dev.weightscope.ui.file;

import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Sentences;
import java.util.ArrayList;
import java.util.List;

/// What to say of a file that was opened: what has come of it, and what became of the pins that
/// were there.
///
/// @param name the file's
/// @param before the pins that were there
record OpenedNotice(String name, SavedFile opened, Pins before) {
    /// `the setting and 3 pins`
    static String pins(int count) {
        return switch (count) {
            case 0 -> "the setting, no pins";
            case 1 -> "the setting and 1 pin";
            default -> "the setting and %d pins".formatted(count);
        };
    }

    String text() {
        List<String> sentences = new ArrayList<>();
        Pins pins = opened.state().pins();
        switch (opened.session().scope()) {
            case SETTING -> {
                sentences.add("Opened %s: the setting.".formatted(name));
                if (!before.equals(Pins.NONE)) {
                    sentences.add("It tells nothing of pins, so those that are here stay.");
                }
            }
            case SESSION -> {
                sentences.add("Opened %s: %s.".formatted(name, pins(pins.kept().size())));
                if (!before.equals(Pins.NONE) && !before.equals(pins)) {
                    sentences.add("Undo brings back those that were here.");
                }
            }
        }
        List<LostPin> lost = pins.lost();
        if (!lost.isEmpty()) {
            sentences.add(
                    Sentences.finished(
                            "The pin “%s” cannot be made: %s"
                                    .formatted(lost.getFirst().name(), lost.getFirst().reason())));
            sentences.add("It is kept under Compared until you remove it.");
        }
        return String.join(" ", sentences);
    }
}
