package dev.weightscope.ui.inspect;

import dev.weightscope.report.Comparison;
import dev.weightscope.report.Declared;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.FileVerdict;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.Moved;
import dev.weightscope.report.TensorPair;
import dev.weightscope.report.TensorReport;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.ui.result.KeyFigureTable;
import dev.weightscope.ui.result.SummaryLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a file means: a verdict on all of it, the selected tensor in figures, and the laws that it
/// looks like.
public final class InspectResults extends ScrollPane {
    private final Inspection inspection;
    private final SummaryLine line = new SummaryLine("open-file-results");
    private final Label badge = new Label();
    private final Label text = new Label();
    private final VBox card = new VBox(badge, text);
    private final Label name = new Label();
    private final Label declared = new Label();
    private final Label lawsHead = new Label();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final KeyFigureTable differences = new KeyFigureTable();
    private final KeyFigureTable laws = new KeyFigureTable();
    private final VBox selected;
    private final VBox difference;
    private final VBox likeness;

    public InspectResults(Inspection inspection, InspectPane pane, double width) {
        this.inspection = inspection;
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setId("file-verdict");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.TEXT);
        name.getStyleClass().add("heading");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        declared.setId("file-declared");
        declared.setWrapText(true);
        declared.setMinHeight(USE_PREF_SIZE);
        selected = new VBox(name, figures, declared);
        selected.getStyleClass().add("section");
        difference = new Section("To the second file", differences);
        Label meaning =
                new Label(
                        "KS: the largest gap between the two distribution functions. Tests p: the"
                                + " least p-value of all tests (KS, mean, std, largest |w|,"
                                + " kurtosis, largest singular value), times their number.");
        meaning.getStyleClass().add("hint");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        lawsHead.getStyleClass().add("heading");
        likeness = new VBox(lawsHead, laws, meaning);
        likeness.getStyleClass().add("section");
        VBox content = new VBox(card, selected, difference, likeness);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        setPrefWidth(width);
        setMinWidth(width);
        inspection.shownProperty().subscribe(this::show);
        // A part of a file may be all of it, once nothing else is found.
        inspection.standProperty().subscribe(_ -> show(inspection.shownProperty().get()));
        pane.table().chosenProperty().subscribe(row -> select(row, pane.chartsProperty().get()));
        pane.chartsProperty()
                .subscribe(charts -> select(pane.table().chosenProperty().get(), charts));
    }

    /// What stands for it in a narrow window.
    public SummaryLine line() {
        return line;
    }

    public BooleanProperty openProperty() {
        return line.openProperty();
    }

    private void show(@Nullable Inspected inspected) {
        Shown.when(card, inspected != null && !inspection.isPartial());
        if (inspected == null || inspection.isPartial()) {
            line.clear();
            return;
        }
        FileVerdict verdict = FileVerdict.of(inspected.file().tensors());
        String said =
                inspected.comparison().map(each -> compared(each, verdict)).orElse(verdict.text());
        badge.setText(verdict.outcome().label());
        text.setText(said);
        String severity = severity(verdict).toLowerCase(Locale.ROOT);
        StyleClasses.show(card, "verdict", severity);
        card.setAccessibleText(verdict.outcome().label() + ": " + said);
        line.show(verdict.outcome().label(), severity, said);
    }

    private static String compared(Comparison comparison, FileVerdict verdict) {
        String sentence = Moved.sentence(comparison);
        // A tensor's name stays as it is.
        String first = comparison.movedMost().isPresent() ? sentence : Sentences.finished(sentence);
        return verdict.text() + "\n" + (first.endsWith(".") ? first : first + ".");
    }

    private static String severity(FileVerdict verdict) {
        return switch (verdict.outcome()) {
            case NOT_FINITE -> "serious";
            case UNTOUCHED -> "fine";
            case MIXED -> "caution";
            case TRAINED, UNKNOWN -> "note";
        };
    }

    private void select(@Nullable TensorRow row, @Nullable DetailCharts charts) {
        Shown.when(selected, row != null);
        TensorPair pair = row == null ? null : row.pair();
        TensorReport report = row == null ? null : row.report();
        boolean isOfThis =
                report != null
                        && charts != null
                        && charts.detail().report().tensor().name().equals(report.tensor().name());
        if (report != null) {
            name.setText(report.tensor().name());
            String said = report.declared().map(Declared::line).orElse("");
            declared.setText("The file's config: %s.".formatted(said));
            Shown.when(declared, !said.isEmpty());
            figures.show(
                    TensorFigures.of(
                            report,
                            isOfThis && charts != null ? charts.spectrum() : Optional.empty()));
        }
        Shown.when(difference, pair != null && pair.difference().isPresent());
        differences.show(
                pair == null
                        ? List.of()
                        : pair.difference().map(TensorFigures::of).orElse(List.of()));
        lawsHead.setText(
                report != null && report.match().filter(each -> each.laws().isEmpty()).isPresent()
                        ? "NEAREST LAW, AS NONE FITS"
                        : "LAWS THAT FIT, SIMPLEST FIRST");
        laws.show(
                report == null
                        ? List.of()
                        : report.match().map(TensorFigures::laws).orElse(List.of()));
        Shown.when(
                likeness,
                report != null
                        && report.match()
                                .filter(each ->
                                        !each.laws().isEmpty() || each.nearest().isPresent())
                                .isPresent());
    }
}
