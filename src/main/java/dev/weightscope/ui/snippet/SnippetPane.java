package dev.weightscope.ui.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The text of what is chosen, with the choices above it.
final class SnippetPane extends VBox {
    private final Object work = new Object();
    private final SnippetChoices choices;
    private final ObservableValue<Experiment> experiment;
    private final Background background;
    private final Consumer<String> onCopy;
    private final LayerField layer;
    private final Node extents;
    private final TextArea code = new TextArea();
    private final Label note = new Label();
    private final Subscription following;

    /// Follows the experiment until [#stop].
    ///
    /// @param onCopy what to do with a text that is to be copied
    SnippetPane(
            SnippetChoices choices,
            ObservableValue<Experiment> experiment,
            Background background,
            Consumer<String> onCopy) {
        this.choices = choices;
        this.experiment = experiment;
        this.background = background;
        this.onCopy = onCopy;
        layer = new LayerField(choices);
        extents =
                Segments.of(
                        List.of(Extent.values()),
                        choices.extent(),
                        each ->
                                new Segments.Name(
                                        "snippet-" + each.key(),
                                        each.label(),
                                        each == Extent.LAYER
                                                ? "Weights W and biases b of one layer"
                                                : each.label() + ", for PyTorch"));
        getStyleClass().add("snippet-pane");
        Node frameworks =
                Segments.of(
                        List.of(Framework.values()),
                        choices.framework(),
                        each ->
                                new Segments.Name(
                                        "snippet-" + each.key(),
                                        each.label(),
                                        "Python for " + each.label()));
        HBox row = new HBox(extents, layer);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(layer, Priority.ALWAYS);
        code.setId("snippet-code");
        code.getStyleClass().add("code-area");
        code.setEditable(false);
        code.setAccessibleText("The snippet");
        VBox.setVgrow(code, Priority.ALWAYS);
        note.setId("snippet-note");
        note.getStyleClass().add("hint");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(frameworks, row, code, note);
        following =
                Subscription.combine(
                        experiment.subscribe(_ -> ask()),
                        choices.framework().subscribe(this::ask),
                        choices.extent().subscribe(this::ask),
                        choices.layer().subscribe(this::ask));
    }

    /// Follows no longer.
    void stop() {
        following.unsubscribe();
        background.cancel(work);
    }

    /// Copies the text, if there is one, and says so.
    void copy() {
        String text = code.getText();
        if (!text.isEmpty()) {
            onCopy.accept(text);
            note.setText("Copied %d lines.".formatted(text.lines().count()));
        }
    }

    private void ask() {
        SnippetQuestion question =
                new SnippetQuestion(
                        choices.framework().get(),
                        choices.extent().get(),
                        choices.layer().get(),
                        experiment.getValue());
        extents.setDisable(!choices.framework().get().equals(Framework.PYTORCH));
        Shown.when(layer, question.written() == Extent.LAYER);
        layer.show(question);
        background.request(work, question::text, this::show);
    }

    private void show(Background.Outcome<String> written) {
        switch (written) {
            case Background.Outcome.Done<String>(String text) -> show(text, "");
            case Background.Outcome.Failed<String>(String sentence) ->
                    show("", Sentences.finished(sentence));
        }
    }

    /// What a person has scrolled to stays in sight.
    private void show(String text, String sentence) {
        if (!text.equals(code.getText())) {
            double top = code.getScrollTop();
            double left = code.getScrollLeft();
            code.setText(text);
            code.setScrollTop(top);
            code.setScrollLeft(left);
            note.setText("");
        }
        if (!sentence.isEmpty()) {
            note.setText(sentence);
        }
    }
}
