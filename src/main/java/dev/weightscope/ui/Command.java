package dev.weightscope.ui;

import javafx.scene.input.KeyCombination;

/// Something the window can do, under one name wherever it is offered.
///
/// @param id of the button that does it, if there is one
/// @param name short, as on a button: `Export PNG…`
/// @param keys what triggers it
record Command(String id, String name, KeyCombination keys, Runnable action) {
    static Command of(String id, String name, String keys, Runnable action) {
        return new Command(id, name, KeyCombination.valueOf(keys), action);
    }

    /// The name with the keys, for a tooltip.
    String hint() {
        return name + " (" + keys.getDisplayText() + ")";
    }
}
