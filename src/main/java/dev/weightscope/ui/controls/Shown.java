package dev.weightscope.ui.controls;

import javafx.scene.Node;

/// Parts that come and go: what is not visible takes no room.
public final class Shown {
    private Shown() {}

    public static void when(Node part, boolean condition) {
        part.setVisible(condition);
        part.setManaged(condition);
    }
}
