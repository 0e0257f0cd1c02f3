package dev.weightscope.ui;

import dev.weightscope.ui.WorkText.Length;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
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
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: what was computed, how long it took, by what.
///
/// It changes once an answer: what is asked and answered soon is not told of in between.
final class StatusLine extends HBox {
    /// Room for what is computed, as it is in most cases.
    private static final double WORK_WIDTH = 480;

    private static final PseudoClass COMPUTING = PseudoClass.getPseudoClass("computing");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /// A question that is answered within this time is told of with its answer.
    private static final Duration SOON = Duration.millis(100);

    private final PauseTransition patience;
    private @Nullable Live<?, ?> told;
    private Optional<LabSight.Doing> doing = Optional.empty();
    private final Circle dot = new Circle(4.5);
    private final StringProperty computed = new SimpleStringProperty("");
    private final Label work = new Label();
    private final RunningStep running = new RunningStep();
    private final KernelNote kernel;
    private final Label form = new Label();
    private final Label numbers = new Label();
    private final Region gap = new Region();
    private final Label hint = new Label();

    StatusLine(Session session, ObservableValue<? extends Live<?, ?>> live, KernelNote kernel) {
        this(session, live, kernel, SOON);
    }

    /// @param soon how long an answer may take that is not told of before it is there
    StatusLine(
            Session session,
            ObservableValue<? extends Live<?, ?>> live,
            KernelNote kernel,
            Duration soon) {
        this.kernel = kernel;
        patience = new PauseTransition(soon);
        patience.setOnFinished(_ -> show(live.getValue()));
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
        live.subscribe(this::hear);
        kernel.changes().accept(this::showForm);
        session.experimentProperty()
                .subscribe(e -> numbers.setText(e.format().label() + " · seed " + e.seed()));
    }

    /// @param cancel gives up what is computed
    void setOnCancel(Runnable cancel) {
        running.setOnCancel(cancel);
    }

    /// Shows what else is being done instead of what is computed, while something is.
    ///
    /// @param other in words, such as `Reading x.csv`; empty if nothing is
    void follow(ObservableStringValue other) {
        work.textProperty()
                .bind(
                        Bindings.when(Bindings.isEmpty(other))
                                .then(computed)
                                .otherwise(Bindings.concat(other, " … (Esc: cancel)")));
    }

    /// Tells of a lab's own doing in place of what is said of its live question.
    void tell(Optional<LabSight.Doing> newDoing) {
        doing = newDoing;
        if (told != null) {
            show(told);
        }
    }

    /// Names keys.
    void setHint(String keys) {
        hint.setText(keys);
    }

    private void showForm() {
        String text = kernel.text();
        if (!text.equals(form.getText())) {
            form.setText(text);
            Tooltip why = new Tooltip();
            why.setOnShowing(_ -> why.setText(kernel.explanation()));
            form.setTooltip(why);
        }
    }

    @SuppressWarnings(
            "ReferenceEquality") // an answer is compared as what it is, not number by number
    private static boolean showsTheSame(Live<?, ?> before, Live<?, ?> now) {
        return before.shown() != null && before.shown() == now.shown();
    }

    private void hear(Live<?, ?> now) {
        boolean isAskedAlone =
                told != null
                        && showsTheSame(told, now)
                        && now.progress() instanceof Progress.Computing
                        && now.progress().at().isEmpty();
        if (!isAskedAlone || patience.getDuration().equals(Duration.ZERO)) {
            show(now);
        } else if (patience.getStatus() != Animation.Status.RUNNING) {
            patience.playFromStart();
        }
    }

    private void show(Live<?, ?> live) {
        told = live;
        patience.stop();
        Progress progress = live.progress();
        boolean computing = doing.map(LabSight.Doing::isUnderWay).orElseGet(progress::isUnderWay);
        dot.pseudoClassStateChanged(COMPUTING, computing);
        dot.pseudoClassStateChanged(REFUSED, progress instanceof Progress.Refused);
        // Where it is and how to give it up need the room.
        Length length = progress.at().isPresent() ? Length.SHORT : Length.WHOLE;
        computed.set(
                doing.map(LabSight.Doing::text).orElseGet(() -> new WorkText(live, length).text()));
        running.show(doing.map(LabSight.Doing::step).orElseGet(progress::at));
        dot.setAccessibleText(computing ? "Computing" : "Idle");
        showForm();
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
