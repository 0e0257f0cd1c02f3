package dev.weightscope.ui.inspect;

import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.SegmentsRow;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// How the file is read, and which of its tensors are in the table in which order.
public final class InspectOptions extends ScrollPane {
    private final TextField find = new TextField();
    private final ObjectProperty<LayoutChoice> own =
            new SimpleObjectProperty<>(LayoutChoice.GUESSED);
    private final Label tensor = new Label();
    private boolean isShowing;

    public InspectOptions(Inspection inspection, InspectPane pane, double width) {
        ObjectProperty<LayoutChoice> layout =
                new SimpleObjectProperty<>(
                        LayoutChoice.of(inspection.wantedProperty().get().layouts().all()));
        Label help = new Label();
        help.getStyleClass().add("hint");
        layout.subscribe(chosen -> {
            help.setText(chosen.help());
            inspection.layOut(chosen);
        });
        inspection
                .wantedProperty()
                .subscribe(wanted -> layout.set(LayoutChoice.of(wanted.layouts().all())));
        find.setId("find-tensor");
        find.setPromptText("name contains…");
        find.setAccessibleText("Find");
        pane.findProperty().bind(find.textProperty());
        VBox content =
                new VBox(
                        new Section(
                                "File",
                                new SegmentsRow(
                                        "Layout",
                                        List.of(LayoutChoice.values()),
                                        layout,
                                        each ->
                                                new Segments.Name(
                                                        "layout-" + each.key(),
                                                        each.label(),
                                                        "Weights lie " + each.help())),
                                help),
                        new Section("Tensors", find, order(pane.table())),
                        ofSelected(inspection, pane.table()));
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "experiment-panel");
        setAccessibleText("File");
        setPrefWidth(width);
        setMinWidth(width);
    }

    /// How the selected weight lies, if not as the others do.
    private Section ofSelected(Inspection inspection, TensorTable table) {
        tensor.getStyleClass().add("hint");
        tensor.setWrapText(true);
        tensor.setMinHeight(USE_PREF_SIZE);
        own.subscribe(chosen -> {
            TensorRow row = table.chosenProperty().get();
            if (row != null && !isShowing) {
                inspection.layOut(row.name(), chosen);
            }
        });
        Section section =
                new Section(
                        "Selected tensor",
                        tensor,
                        new SegmentsRow(
                                "Layout",
                                List.of(LayoutChoice.values()),
                                own,
                                each ->
                                        each == LayoutChoice.GUESSED
                                                ? new Segments.Name(
                                                        "own-layout-as-all",
                                                        "as all",
                                                        "As the file's layout says")
                                                : new Segments.Name(
                                                        "own-layout-" + each.key(),
                                                        each.label(),
                                                        "This tensor lies " + each.help())));
        table.chosenProperty().subscribe(_ -> show(section, inspection, table));
        inspection.wantedProperty().subscribe(_ -> show(section, inspection, table));
        return section;
    }

    private void show(Section section, Inspection inspection, TensorTable table) {
        TensorRow row = table.chosenProperty().get();
        Shown.when(section, row != null && row.report().tensor().shape().size() > 1);
        if (row != null) {
            isShowing = true;
            tensor.setText(row.name());
            own.set(LayoutChoice.of(inspection.wantedProperty().get().layouts().own(row.name())));
            isShowing = false;
        }
    }

    /// What of it gets the focus first.
    public TextField first() {
        return find;
    }

    /// The order of the table, as a click on a column's name chooses it too.
    private static Choice<SortBy> order(TensorTable table) {
        List<SortBy> all = new ArrayList<>();
        for (SortBy each : SortBy.values()) {
            all.add(each);
        }
        Choice<SortBy> choice =
                new Choice<>("Order", all, SortBy::label, chosen -> chosen.sort(table));
        choice.show(SortBy.FILE);
        table.getSortOrder()
                .addListener(
                        (ListChangeListener<TableColumn<TensorRow, ?>>)
                                _ -> choice.show(SortBy.of(table)));
        return choice;
    }
}
