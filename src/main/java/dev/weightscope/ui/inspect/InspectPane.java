package dev.weightscope.ui.inspect;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.Inspected;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.KeyFocus;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The file, its tensors, and the selected one in charts; or what to do while there is none.
public final class InspectPane extends VBox {
    /// Of the height, for the charts.
    private static final double CHARTS = 0.34;

    private static final double LEAST_CHARTS = 150;
    private static final double OLD_OPACITY = 0.5;

    private final Inspection inspection;
    private final WeightReader reader;
    private final NoFile none;
    private final FileBar bar;
    private final RefusedFile refusal;
    private final LayerStack stack = new LayerStack();
    private final TensorTable table;
    private final DetailPane detail;
    private final VBox content;
    private final ObjectProperty<Wanted> wanted = new SimpleObjectProperty<>(Wanted.ALL);
    private final StringProperty find = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable DetailCharts> charts = new SimpleObjectProperty<>();
    private @Nullable TensorRow detailed;
    private String shownSource = "";

    /// Which tensors are in the table.
    enum Wanted {
        ALL("All", "All tensors"),
        WEIGHTS("Weights", "Those of two dimensions and more"),
        BIASES("Biases", "Those of one dimension");

        private final String label;
        private final String help;

        Wanted(String label, String help) {
            this.label = label;
            this.help = help;
        }

        boolean has(TensorRow row) {
            return switch (this) {
                case ALL -> true;
                case WEIGHTS -> !row.isBias();
                case BIASES -> row.isBias();
            };
        }
    }

    public InspectPane(
            InspectActions actions, WeightReader reader, ObservableValue<Palette> palette) {
        inspection = actions.inspection();
        this.reader = reader;
        none = new NoFile(actions);
        bar = new FileBar(actions);
        refusal = new RefusedFile(actions.desktop(), inspection::dismiss);
        table = new TensorTable(palette, stack);
        detail = new DetailPane(palette);
        content = new VBox(8, head(), table, new StackBar(stack, reader, actions), detail);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(none, Priority.ALWAYS);
        table.setMinHeight(0);
        content.setMinHeight(0);
        setMinSize(0, 0);
        getStyleClass().add("inspect-pane");
        getChildren().addAll(bar, none, refusal, content);
        heightProperty()
                .subscribe(height ->
                        detail.setPrefHeight(
                                Math.max(LEAST_CHARTS, CHARTS * height.doubleValue())));
        detail.setMinHeight(LEAST_CHARTS);
        inspection.shownProperty().subscribe(this::show);
        inspection.standProperty().subscribe(this::show);
        wanted.subscribe(this::filter);
        find.subscribe(this::filter);
        table.chosenProperty().subscribe(this::select);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                KeyFocus.enter(detail.canvas());
                event.consume();
            } else if (event.getCode() == KeyCode.L && detailed != null) {
                stack.toggle(detailed);
                event.consume();
            }
        });
    }

    private Node head() {
        Label title = PanelParts.title("Tensors");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(
                        10,
                        title,
                        gap,
                        Segments.of(
                                List.of(Wanted.values()),
                                wanted,
                                each ->
                                        new Segments.Name(
                                                "show-" + each.label.toLowerCase(Locale.ROOT),
                                                each.label,
                                                each.help)));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Has what is chosen here kept.
    public void keep(ViewState view) {
        view.keep("inspect-tensors", wanted, Wanted.class);
        view.keep("inspect-side", detail.sideProperty(), DetailPane.Side.class);
    }

    /// A part of the names of the tensors that are wanted.
    StringProperty findProperty() {
        return find;
    }

    TensorTable table() {
        return table;
    }

    /// The charts of the selected tensor; null before they are known.
    ReadOnlyObjectProperty<@Nullable DetailCharts> chartsProperty() {
        return charts;
    }

    /// What gets the focus first: the table, or what opens a file.
    public Node first() {
        return content.isVisible() ? table : none.open;
    }

    public ChartCanvas canvas() {
        return detail.canvas();
    }

    /// The charts that are drawn; empty where there are none.
    public Optional<Chart> picture() {
        return detail.picture();
    }

    /// What the charts are of.
    public String title() {
        return detail.title();
    }

    private void filter() {
        String part = find.get().strip().toLowerCase(Locale.ROOT);
        table.filter(
                row -> wanted.get().has(row) && row.name().toLowerCase(Locale.ROOT).contains(part));
    }

    private void show(@Nullable Inspected inspected) {
        Shown.when(none, inspected == null);
        Shown.when(bar, inspected != null);
        Shown.when(content, inspected != null);
        if (inspected != null) {
            bar.show(inspected);
        }
        stack.show(inspected);
        table.show(inspected);
        String source = inspected == null ? "" : inspected.file().source();
        if (!source.isEmpty() && !source.equals(shownSource)) {
            focusTable();
        }
        shownSource = source;
    }

    /// The keys that walk through the tensors of a file that was opened, unless something is typed.
    private void focusTable() {
        if (getScene() != null && !(getScene().getFocusOwner() instanceof TextInputControl)) {
            table.requestFocus();
        }
    }

    private void show(Inspection.Stand stand) {
        none.show(stand);
        bar.showProgress(stand);
        refusal.show(stand);
        boolean isOld =
                stand instanceof Inspection.Stand.Reading
                        && inspection.shownProperty().get() != null
                        && !inspection.isPartial();
        table.setOpacity(isOld ? OLD_OPACITY : 1);
    }

    private void select(@Nullable TensorRow row) {
        Inspected inspected = inspection.shownProperty().get();
        if (row == null || inspected == null) {
            detailed = null;
            reader.cancelDetail();
            charts.set(null);
            detail.clear();
        } else if (!row.equals(detailed)) {
            detailed = row;
            detail.await(row);
            reader.detail(inspected, row.pair(), this::take);
        }
    }

    private void take(Outcome<DetailCharts> outcome) {
        switch (outcome) {
            case Outcome.Done<DetailCharts>(DetailCharts found) -> {
                charts.set(found);
                detail.show(found);
            }
            case Outcome.Failed<DetailCharts>(String sentence) -> {
                charts.set(null);
                detail.complain(Sentences.finished(sentence));
            }
        }
    }
}
