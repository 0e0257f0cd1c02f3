package dev.weightscope.ui.snippet;

import dev.weightscope.run.Background;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The text of what is chosen, with the choices above it.
final class SnippetPane extends VBox {
    private final Object work = new Object();
    private final SnippetChoices choices;

    /// What is written in fact: of a framework without modules a layer, whatever is chosen.
    private final ObjectProperty<Extent> written = new SimpleObjectProperty<>(Extent.LAYER);

    private final ObservableValue<SnippetSubject> subject;
    private final Background background;
    private final Consumer<String> onCopy;
    private final KeptOutline outlines;
    private final LayerField layer;
    private final Node extents;
    private final TextArea code = new TextArea();
    private final Label note = new Label();
    private final Subscription following;
    private @Nullable SnippetQuestion asked;

    /// Follows the subject until [#stop].
    ///
    /// @param onCopy what to do with a text that is to be copied
    SnippetPane(
            SnippetChoices choices,
            ObservableValue<SnippetSubject> subject,
            Background background,
            KeptOutline outlines,
            Consumer<String> onCopy) {
        this.choices = choices;
        this.subject = subject;
        this.background = background;
        this.outlines = outlines;
        this.onCopy = onCopy;
        layer = new LayerField(choices);
        extents =
                Segments.of(
                        Stream.of(Extent.values())
                                .filter(each ->
                                        each != Extent.TRAINING
                                                || subject.getValue().training().isPresent())
                                .toList(),
                        written,
                        each ->
                                new Segments.Name(
                                        "snippet-" + each.key(), each.label(), help(each)));
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
                        subject.subscribe(_ -> ask()),
                        choices.framework().subscribe(this::ask),
                        choices.extent().subscribe(this::ask),
                        choices.layer().subscribe(this::ask),
                        written.subscribe(this::choose));
    }

    private static String help(Extent extent) {
        return switch (extent) {
            case LAYER -> "Weights W and biases b of one layer";
            case NETWORK -> "A module of all layers, for PyTorch";
            case TRAINING -> "Data, module and training loop as in the tab Training, for PyTorch";
        };
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

    /// A choice that the framework does not have stays for one that has it.
    private void choose(Extent extent) {
        if (choices.extent().get().isFor(choices.framework().get())) {
            choices.extent().set(extent);
        }
    }

    private void ask() {
        SnippetQuestion question =
                new SnippetQuestion(
                        choices.framework().get(),
                        choices.extent().get(),
                        choices.layer().get(),
                        subject.getValue());
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        written.set(question.written());
        extents.setDisable(!choices.framework().get().equals(Framework.PYTORCH));
        Shown.when(layer, written.get() == Extent.LAYER);
        layer.show(question);
        background.request(work, cancellation -> question.text(outlines, cancellation), this::show);
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
