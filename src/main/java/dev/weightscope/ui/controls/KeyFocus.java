package dev.weightscope.ui.controls;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Focus that a key has moved, other than Tab: it is to be seen as if Tab had, which the toolkit
/// does not do for a focus that is asked for.
public final class KeyFocus {
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private KeyFocus() {}

    /// Gives a node of a scene the focus, brings it to sight and marks it for as long as it has it.
    public static void enter(Node node) {
        node.requestFocus();
        SidePanels.reveal(node);
        ObservableValue<Node> owner = node.getScene().focusOwnerProperty();
        if (!node.isFocused()) {
            return;
        }
        node.pseudoClassStateChanged(VISIBLE, true);
        owner.addListener(
                new ChangeListener<Node>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends Node> now, Node before, Node after) {
                        node.pseudoClassStateChanged(VISIBLE, node.isFocusVisible());
                        owner.removeListener(this);
                    }
                });
    }
}
