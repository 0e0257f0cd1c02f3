package dev.weightscope.ui.controls;

import java.util.List;
import javafx.scene.Node;

/// Style classes that follow what is shown.
public final class StyleClasses {
    private StyleClasses() {}

    /// Has a node have these classes and no others. Setting them styles all that is inside of it
    /// anew, so where it has them already nothing is done.
    public static void show(Node node, String... classes) {
        List<String> wanted = List.of(classes);
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }
}
