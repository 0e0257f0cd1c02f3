package dev.weightscope.ui;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Something the window can do, under one name wherever it is offered.
///
/// @param id of the button that does it, if there is one
/// @param name short, as on a button: `Export…`
/// @param keys what triggers it, as the help sheet says
/// @param others what triggers it too
record Command(
        String id, String name, KeyCombination keys, List<KeyCombination> others, Runnable action) {
    Command {
        others = List.copyOf(others);
    }

    static Command of(String id, String name, String keys, Runnable action) {
        return new Command(id, name, KeyCombination.valueOf(keys), List.of(), action);
    }

    /// The same by other keys too, which mean the same on some keyboard.
    Command orBy(String... otherKeys) {
        return new Command(
                id,
                name,
                keys,
                Arrays.stream(otherKeys).map(KeyCombination::valueOf).toList(),
                action);
    }

    boolean matches(KeyEvent event) {
        return keys.match(event) || others.stream().anyMatch(each -> each.match(event));
    }

    /// The name with the keys, for a tooltip.
    String hint() {
        return name + " (" + keys.getDisplayText() + ")";
    }
}
