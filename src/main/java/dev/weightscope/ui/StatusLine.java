package dev.weightscope.ui;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workbench;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The line at the bottom: what was computed, how long it took, by what.
final class StatusLine extends HBox {
    private static final PseudoClass COMPUTING = PseudoClass.getPseudoClass("computing");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Workbench workbench;
    private final Circle dot = new Circle(4.5);
    private final StringProperty computed = new SimpleStringProperty("");
    private final Label work = new Label();
    private final KernelNote kernel;
    private final Label form = new Label();
    private final Label numbers = new Label();
    private final Region gap = new Region();
    private final Label hint = new Label("Space: new draw · P: pin · Ctrl+E: export · F1: help");

    StatusLine(Workbench workbench, KernelNote kernel) {
        this.workbench = workbench;
        this.kernel = kernel;
        dot.getStyleClass().add("status-dot");
        setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("status-line");
        setMinWidth(0); // the hint must not widen the window
        work.textProperty().bind(computed);
        getChildren().addAll(dot, work, form, numbers, gap, hint);
        getChildren().stream()
                .filter(Label.class::isInstance)
                .forEach(label -> ((Label) label).setMinWidth(USE_PREF_SIZE));
        hint.managedProperty().bind(hint.visibleProperty());
        workbench.progressProperty().subscribe(this::show);
        workbench.snapshotProperty().subscribe(_ -> show(workbench.progressProperty().get()));
        workbench
                .experimentProperty()
                .subscribe(e -> numbers.setText(e.format().label() + " · seed " + e.seed()));
    }

    /// Shows what is being read instead of what is computed, while something is.
    ///
    /// @param reading the name of a file; empty if none is read
    void follow(ObservableStringValue reading) {
        work.textProperty()
                .bind(
                        Bindings.when(Bindings.isEmpty(reading))
                                .then(computed)
                                .otherwise(
                                        Bindings.concat("Reading ", reading, " … (Esc: cancel)")));
    }

    private void showForm() {
        String text = kernel.text();
        if (!text.equals(form.getText())) {
            form.setText(text);
            form.setTooltip(new Tooltip("Kernel: %s; %s".formatted(text, kernel.reason())));
        }
    }

    private void show(Progress progress) {
        boolean computing =
                progress instanceof Progress.Computing || progress instanceof Progress.Refining;
        dot.pseudoClassStateChanged(COMPUTING, computing);
        dot.pseudoClassStateChanged(REFUSED, progress instanceof Progress.Refused);
        computed.set(
                switch (progress) {
                    // A preview's text stays the same from one move of a slider to the next.
                    case Progress.Computing _, Progress.Refining _ ->
                            preview()
                                    .map(snapshot -> samples(snapshot) + " …")
                                    .orElseGet(() -> shape(workbench.experiment()) + " …");
                    case Progress.Answered _ ->
                            workbench.snapshot().map(StatusLine::done).orElse("");
                    case Progress.Refused _ ->
                            shape(workbench.experiment())
                                    + ": refused"
                                    + preview()
                                            .map(snapshot -> "; shown: " + samples(snapshot))
                                            .orElse("");
                });
        dot.setAccessibleText(computing ? "Computing" : "Idle");
        showForm();
    }

    private static String done(Snapshot snapshot) {
        return shape(snapshot.experiment()) + " in " + time(snapshot.elapsed());
    }

    /// What is shown, if it rests on fewer samples than its experiment has: while a hand moves a
    /// slider, a preview of an experiment that has been overtaken.
    private Optional<Snapshot> preview() {
        return workbench.snapshot().filter(snapshot -> !snapshot.isComplete());
    }

    /// `64 of 1000 samples`
    private static String samples(Snapshot snapshot) {
        return "%d of %s"
                .formatted(
                        snapshot.samples(),
                        counted(snapshot.experiment().effectiveSamples(), "sample"));
    }

    private static String shape(Experiment experiment) {
        String units =
                switch (experiment.widths()) {
                    case LayerWidths.Same(int _, int width) -> counted(width, "unit");
                    case LayerWidths.Listed listed -> "up to " + counted(listed.width(), "unit");
                };
        return "%s × %s × %s"
                .formatted(
                        counted(experiment.depth(), "layer"),
                        units,
                        counted(experiment.effectiveSamples(), "sample"));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String time(Duration elapsed) {
        long millis = elapsed.toMillis();
        return millis < 10_000
                ? Math.max(1, millis) + " ms"
                : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /// In a narrow window the hint gives way to what cannot be read elsewhere.
    @Override
    protected void layoutChildren() {
        double hintWidth = hint.prefWidth(-1) + getSpacing();
        double othersWidth = prefWidth(-1) - (hint.isVisible() ? hintWidth : 0);
        hint.setVisible(othersWidth + hintWidth <= getWidth());
        super.layoutChildren();
    }
}
