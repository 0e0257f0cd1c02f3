package dev.weightscope.ui.data;

import dev.weightscope.data.Remedy;
import dev.weightscope.data.TablePreview;
import dev.weightscope.data.TablePreview.Outcome;
import dev.weightscope.data.TablePreviews;
import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.FileName;
import dev.weightscope.run.Background;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Shows what comes of a file and asks how it is to be read. Its result is the table that a person
/// uses; null where they think better of it.
final class ImportSheet extends Dialog<ImportedTable> {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    /// What is left of the owner at its edges.
    private static final double MARGIN = 40;

    private static final double WIDEST_BUTTON = 220;

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Object work = new Object();
    private final String source;
    private final String name;
    private final TableUse use;
    private final Background background;
    private final ObjectProperty<DataReading> reading;
    private final ImportControls controls;
    private final PreviewGrid grid;
    private final Label outcome = new Label();
    private final HBox remedies = new HBox();
    private final HBox outcomeBox = new HBox(outcome, remedies);
    private final Node useButton;
    private @Nullable ImportedTable imported;

    /// What has the focus until there is something to use, unless a person moves it.
    private @Nullable Node waiting;

    ImportSheet(
            Window owner, String source, DataReading begin, TableUse use, Background background) {
        this.source = source;
        this.use = use;
        this.background = background;
        name = FileName.quoted(source);
        initOwner(owner);
        setTitle("Import " + name);
        setResizable(true);
        reading = new SimpleObjectProperty<>(begin);
        controls = new ImportControls(reading);
        grid = new PreviewGrid(reading);
        outcome.setId("import-outcome");
        outcomeBox.getStyleClass().add("import-outcome");
        remedies.getStyleClass().add("button-row");
        remedies.setAlignment(Pos.CENTER_RIGHT);
        remedies.setMinWidth(HBox.USE_PREF_SIZE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        outcome.setWrapText(true);
        outcome.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(controls, outcomeBox, grid);
        content.getStyleClass().add("import-sheet");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getDialogPane().setContent(content);
        getDialogPane()
                .setPrefSize(
                        Math.min(WIDTH, owner.getWidth() - MARGIN),
                        Math.min(HEIGHT, owner.getHeight() - 2 * MARGIN));
        ButtonType useType =
                new ButtonType(
                        switch (use) {
                            case INPUT -> "Use as input";
                            case LEARNING -> "Train on it";
                        },
                        ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(useType, ButtonType.CANCEL);
        useButton = getDialogPane().lookupButton(useType);
        setResultConverter(button -> button == useType ? imported : null);
        reading.subscribe(this::read);
        // Else Cancel would have the focus while nothing can be used yet, and Enter would press it.
        setOnShown(_ -> waitWithFocus());
    }

    /// Gives up what is being read.
    void stop() {
        background.cancel(work);
    }

    private void read(DataReading asked) {
        grid.pseudoClassStateChanged(OLD, true);
        tell(new Outcome.Unknown());
        background.<TablePreview>request(
                work,
                () -> TablePreviews.beginning(source, asked, use),
                read -> {
                    show(read);
                    if (read instanceof Background.Outcome.Done<TablePreview>(var preview)
                            && preview.outcome() instanceof Outcome.Unknown) {
                        background.<TablePreview>request(
                                work, () -> TablePreviews.whole(source, asked, use), this::show);
                    }
                });
    }

    private void show(Background.Outcome<TablePreview> read) {
        switch (read) {
            case Background.Outcome.Done<TablePreview>(var preview) -> {
                controls.show(preview);
                grid.show(preview);
                grid.pseudoClassStateChanged(OLD, false);
                tell(preview.outcome());
            }
            case Background.Outcome.Failed<TablePreview>(var sentence) ->
                    tell(new Outcome.Refused(sentence, List.of()));
        }
    }

    private Node button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setMnemonicParsing(false);
        button.setMaxWidth(WIDEST_BUTTON);
        button.setOnAction(_ -> {
            waitWithFocus(); // the button goes
            reading.set(remedy.change().apply(reading.get()));
        });
        return button;
    }

    private void waitWithFocus() {
        controls.focus();
        waiting = getDialogPane().getScene().getFocusOwner();
    }

    private void tell(Outcome now) {
        outcomeBox.pseudoClassStateChanged(REFUSED, now instanceof Outcome.Refused);
        remedies.getChildren()
                .setAll(
                        now instanceof Outcome.Refused(_, var offered)
                                ? offered.stream().map(this::button).toList()
                                : List.of());
        Shown.when(remedies, !remedies.getChildren().isEmpty());
        imported =
                now instanceof Outcome.Usable(var summary, var table)
                        ? new ImportedTable(table, reading.get(), summary)
                        : null;
        useButton.setDisable(imported == null);
        if (imported != null && waiting != null && waiting.isFocused()) {
            useButton.requestFocus();
            waiting = null;
        }
        outcome.setText(
                switch (now) {
                    case Outcome.Unknown _ -> "Reading " + name;
                    case Outcome.Usable(var summary, _) -> summary;
                    case Outcome.Refused(var sentence, _) ->
                            Sentences.withoutFolders(source, sentence);
                });
    }
}
