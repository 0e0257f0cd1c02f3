package dev.weightscope.ui;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The line at the bottom: what was computed, how long it took, by what.
final class StatusLine extends HBox {
    /// Room for what is computed, as it is in most cases.
    private static final double WORK_WIDTH = 480;

    private static final PseudoClass COMPUTING = PseudoClass.getPseudoClass("computing");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Circle dot = new Circle(4.5);
    private final StringProperty computed = new SimpleStringProperty("");
    private final Label work = new Label();
    private final RunningStep running = new RunningStep();
    private final KernelNote kernel;
    private final Label form = new Label();
    private final Label numbers = new Label();
    private final Region gap = new Region();
    private final Label hint = new Label("Space: new draw · P: pin · Ctrl+E: export · F1: help");

    StatusLine(Session session, ObservableValue<? extends Live<?, ?>> live, KernelNote kernel) {
        this.kernel = kernel;
        dot.getStyleClass().add("status-dot");
        setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("status-line");
        setMinWidth(0); // the hint must not widen the window
        work.textProperty().bind(computed);
        // What changes while a slider is dragged stands left, so that nothing else moves.
        getChildren().addAll(dot, work, running, gap, form, numbers, hint);
        Stream.of(form, numbers, hint).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        work.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(work.textProperty());
        work.setTooltip(whole);
        hint.managedProperty().bind(hint.visibleProperty());
        live.subscribe(this::show);
        session.experimentProperty()
                .subscribe(e -> numbers.setText(e.format().label() + " · seed " + e.seed()));
    }

    /// @param cancel gives up what is computed
    void setOnCancel(Runnable cancel) {
        running.setOnCancel(cancel);
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

    private void show(Live<?, ?> live) {
        Progress progress = live.progress();
        boolean computing = progress.isUnderWay();
        dot.pseudoClassStateChanged(COMPUTING, computing);
        dot.pseudoClassStateChanged(REFUSED, progress instanceof Progress.Refused);
        String asked = shape(live.question().experiment()) + ways(live.question().settings());
        Optional<SignalAnswer> signal =
                live.answer().filter(SignalAnswer.class::isInstance).map(SignalAnswer.class::cast);
        String part =
                signal.map(SignalAnswer::snapshot)
                        .filter(snapshot -> !snapshot.isComplete())
                        .map(StatusLine::part)
                        .orElse("");
        computed.set(
                switch (progress) {
                    case Progress.Computing _, Progress.Refining _ ->
                            asked + part + where(progress) + " …";
                    case Progress.Answered _ -> signal.map(StatusLine::done).orElse(asked);
                    case Progress.Refused _ -> asked + ": refused" + part;
                    case Progress.Cancelled _ -> asked + ": cancelled" + part;
                });
        running.show(progress.at());
        dot.setAccessibleText(computing ? "Computing" : "Idle");
        showForm();
    }

    private static String done(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        return shape(snapshot.experiment())
                + ways(answer.settings())
                + " in "
                + time(answer.elapsed())
                + again(snapshot.recomputedLayers());
    }

    /// `, there and back × 10 draws`: what is computed beside one way of one draw.
    private static String ways(Object settings) {
        if (!(settings instanceof SignalSettings signal)) {
            return "";
        }
        return (signal.backward() ? ", there and back" : "")
                + (signal.draws() > 1 ? " × " + counted(signal.draws(), "draw") : "");
    }

    private static String again(int layers) {
        return layers == 0
                ? ""
                : "; %s computed twice, to fit into the memory".formatted(counted(layers, "layer"));
    }

    /// `; layer 3 of 10`
    private static String where(Progress progress) {
        return progress.at().map(step -> "; " + step.label()).orElse("");
    }

    /// `; shown: 64 of 1000 samples`: on how many samples the picture rests.
    private static String part(Snapshot snapshot) {
        return "; shown: %d of %s"
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

    /// In a narrow window the hint gives way to what cannot be read elsewhere, whatever that says
    /// just now.
    @Override
    protected void layoutChildren() {
        double others =
                Stream.of(form, numbers, hint)
                        .mapToDouble(label -> getSpacing() + label.prefWidth(-1))
                        .sum();
        hint.setVisible(others + WORK_WIDTH <= getWidth());
        super.layoutChildren();
    }
}
