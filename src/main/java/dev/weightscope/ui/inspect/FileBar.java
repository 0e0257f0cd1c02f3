package dev.weightscope.ui.inspect;

import dev.weightscope.model.Step;
import dev.weightscope.report.Inspected;
import dev.weightscope.ui.controls.Shown;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which file is shown, which beside it, and how far the reading is.
final class FileBar extends VBox {
    private static final double BAR_WIDTH = 90;

    private final Label name = new FileLabel();
    private final Label facts = new Label();
    private final Label otherName = new FileLabel();
    private final Label otherFacts = new Label();
    private final HBox otherLine;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label step = new Label();
    private final HBox progress;
    private final Button compare;

    FileBar(InspectActions actions) {
        getStyleClass().add("file-bar");
        Button open = button("open-weights", "Open…", "Another file (Ctrl+O), or drop it");
        open.setOnAction(_ -> actions.chooseFile());
        compare = button("compare-weights", "Compare with…", "What differs to a second file");
        compare.setOnAction(_ -> actions.chooseOther());
        Button end = button("end-comparison", "Close", "The first file alone");
        end.setOnAction(_ -> actions.inspection().endComparison());
        end.getStyleClass().add("flat-button");
        Button cancel = button("cancel-reading", "Cancel", "What was there before (Esc)");
        cancel.setOnAction(_ -> actions.inspection().cancel());
        bar.setPrefWidth(BAR_WIDTH);
        progress = new HBox(8, bar, step, cancel);
        progress.setAlignment(Pos.CENTER_LEFT);
        step.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("file-name");
        otherName.getStyleClass().add("file-name");
        facts.getStyleClass().add("hint");
        otherFacts.getStyleClass().add("hint");
        HBox first = line(name, facts, gap(), progress, compare, open);
        Label beside = new Label("beside");
        beside.getStyleClass().add("hint");
        otherLine = line(beside, otherName, otherFacts, gap(), end);
        getChildren().addAll(first, otherLine);
        showProgress(new Inspection.Stand.Settled());
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(10, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button button(String id, String text, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        return button;
    }

    void show(Inspected inspected) {
        name.setText(inspected.file().name());
        name.setTooltip(new Tooltip(inspected.file().source()));
        facts.setText(inspected.file().facts() + " · " + inspected.file().format());
        facts.setMinWidth(0);
        Shown.when(otherLine, inspected.other().isPresent());
        inspected
                .other()
                .ifPresent(other -> {
                    otherName.setText(other.name());
                    otherName.setTooltip(new Tooltip(other.source()));
                    otherFacts.setText(other.facts());
                });
    }

    void showProgress(Inspection.Stand stand) {
        boolean isReading = stand instanceof Inspection.Stand.Reading;
        Shown.when(progress, isReading);
        Shown.when(compare, !isReading);
        if (stand instanceof Inspection.Stand.Reading(String _, Optional<Step> at)) {
            bar.setProgress(at.map(each -> (each.number() - 1.0) / each.total()).orElse(0.0));
            step.setText(at.map(Step::label).orElse("opening"));
        }
    }

    /// Of a row without room for all, the facts lose their end, and not a name of usual length.
    private static final class FileLabel extends Label {
        private static final double MOST_KEPT = 170;

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(computePrefWidth(height), MOST_KEPT);
        }
    }
}
