package dev.weightscope.ui.controls;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

/// Marks at the controls whose numbers are swept.
public final class SweptMarks {
    private SweptMarks() {}

    /// Marks the controls of some options in a panel, and no others.
    ///
    /// @param swept keys of options
    public static void show(Node panel, Set<String> swept) {
        switch (panel) {
            case FormRow row -> row.showSwept(swept.contains(row.option()));
            // What is folded, and what has not been laid out, is among no one's children.
            case TitledPane folded -> show(folded.getContent(), swept);
            case ScrollPane scrolled -> show(scrolled.getContent(), swept);
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> show(child, swept));
            default -> {}
        }
    }
}
