package dev.weightscope.ui.snippet;

import dev.weightscope.run.Background;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.ui.desktop.Desktop;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The window of snippets, of which one is open at most. What was chosen in it is kept for the next
/// time.
public final class SnippetWindow {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 560;

    /// What is left of the owner at its edges.
    private static final double MARGIN = 24;

    private final SnippetChoices choices = new SnippetChoices();
    private final ObservableValue<SnippetSubject> subject;
    private final Desktop desktop;
    private final Background background;
    private final KeptOutline outlines = new KeptOutline();
    private @Nullable Dialog<Void> open;

    /// @param subject what is written, followed while the window is open
    /// @param background where texts are made
    public SnippetWindow(
            ObservableValue<SnippetSubject> subject, Desktop desktop, Background background) {
        this.subject = subject;
        this.desktop = desktop;
        this.background = background;
    }

    /// Chooses what it shows.
    public void choose(Framework framework, Extent extent) {
        choices.framework().set(framework);
        choices.extent().set(extent);
    }

    /// Opens it at the right of its owner, where it hides no slider; or gives it the focus.
    public void open(Window owner) {
        if (open != null) {
            open.getDialogPane().getScene().getWindow().requestFocus();
            return;
        }
        SnippetPane pane = new SnippetPane(choices, subject, background, outlines, desktop::copy);
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Python snippet");
        dialog.setResizable(true);
        ButtonType copyType = new ButtonType("Copy", ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().addAll(copyType, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(pane);
        double width = Math.min(WIDTH, owner.getWidth() - 2 * MARGIN);
        double height = Math.min(HEIGHT, owner.getHeight() - 4 * MARGIN);
        dialog.getDialogPane().setPrefSize(width, height);
        dialog.setX(owner.getX() + owner.getWidth() - width - MARGIN);
        dialog.setY(owner.getY() + owner.getHeight() - height - 2 * MARGIN);
        Node copy = dialog.getDialogPane().lookupButton(copyType);
        copy.setId("copy-snippet");
        copy.getStyleClass().add("primary");
        copy.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume(); // stays open
                    pane.copy();
                });
        dialog.setOnShown(_ -> copy.requestFocus());
        dialog.setOnHidden(_ -> {
            pane.stop();
            open = null;
        });
        open = dialog;
        dialog.show();
    }

    /// Closes it.
    ///
    /// @return false if it is not open
    public boolean close() {
        if (open == null) {
            return false;
        }
        open.close();
        return true;
    }
}
