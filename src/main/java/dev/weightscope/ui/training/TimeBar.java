package dev.weightscope.ui.training;

import dev.weightscope.model.Refusal;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.controls.FilledSlider;
import dev.weightscope.ui.controls.Segments;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The slider of steps, on the scale of the chart above it, with the step in a field; and what lets
/// time go.
final class TimeBar extends Pane {
    private static final double GAP = 14;

    private final StepClock clock;
    private final FilledSlider slider = new FilledSlider();
    private final CommitField field;
    private final Label total = new Label();
    private final HBox step;
    private final Button play = new Button();
    private final HBox player;
    private boolean showing;
    private double from;
    private double to;

    /// @param onPlay lets time go or stand
    /// @param onStep goes one step on
    TimeBar(StepClock clock, Runnable onPlay, Runnable onStep) {
        this.clock = clock;
        field = new CommitField("Step", CommitField.Content.NUMBER, this::goTo);
        field.setId("step");
        field.setPrefColumnCount(4);
        slider.setId("time");
        slider.setAccessibleText("Step slider");
        slider.setBlockIncrement(0);
        slider.valueProperty()
                .addListener((_, _, share) -> {
                    if (!showing) {
                        clock.playingProperty().set(false);
                        clock.goTo(
                                (int) Math.round(share.doubleValue() * clock.lastProperty().get()));
                        show(); // the thumb stands at a step that there is, as all cursors do
                    }
                });
        total.getStyleClass().add("panel-note");
        step = new HBox(field, total);
        step.setAlignment(Pos.CENTER_LEFT);
        step.setSpacing(6);
        Button reset = button("time-reset", Feather.ROTATE_CCW, "To the start (Home)");
        reset.setOnAction(_ -> clock.toStart());
        play.setId("time-play");
        play.setOnAction(_ -> onPlay.run());
        play.getStyleClass().add("primary");
        play.setMinWidth(USE_PREF_SIZE);
        Button next = button("time-next", Feather.SKIP_FORWARD, "One step (→)");
        next.setOnAction(_ -> onStep.run());
        player =
                new HBox(
                        reset,
                        play,
                        next,
                        Segments.of(
                                List.of(StepClock.Speed.values()),
                                clock.speedProperty(),
                                speed ->
                                        new Segments.Name(
                                                "speed-" + speed.name().toLowerCase(Locale.ROOT),
                                                speed.label(),
                                                switch (speed) {
                                                    case USUAL -> "60 steps a second";
                                                    case MOST -> "All steps in two seconds";
                                                })));
        player.getStyleClass().addAll("chart-header", "player");
        player.setAlignment(Pos.CENTER_RIGHT);
        player.setSpacing(8);
        getChildren().addAll(slider, step, player);
        slider.setVisible(false); // until there is a plot to stand under
        step.setVisible(false);
        clock.stepProperty().subscribe(this::show);
        clock.lastProperty().subscribe(this::show);
        showPlaying(false);
        show();
    }

    private static Button button(String id, Feather icon, String help) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// The buttons, which stand in this bar unless they are put elsewhere.
    HBox player() {
        return player;
    }

    /// @param isGoing whether time goes by itself
    void showPlaying(boolean isGoing) {
        play.setText(isGoing ? "Pause" : "Play");
        play.setGraphic(new FontIcon(isGoing ? Feather.PAUSE : Feather.PLAY));
        play.setTooltip(new Tooltip((isGoing ? "Pause" : "Play") + " (K)"));
    }

    /// Of the width, what the step in its field takes at the right of the slider.
    double stepRoom() {
        return step.prefWidth(-1) + GAP;
    }

    /// Puts the slider under a plot.
    ///
    /// @param first x of step 0, in this bar
    /// @param last x of the last step
    void align(double first, double last) {
        if (first != from || last != to) {
            from = first;
            to = last;
            slider.setVisible(true);
            step.setVisible(true);
            requestLayout();
        }
    }

    private void goTo(String text) {
        int wanted;
        try {
            wanted = Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new Refusal("step \"%s\" is no whole number".formatted(text.strip()));
        }
        if (wanted < 0 || wanted > clock.lastProperty().get()) {
            throw new Refusal(
                    "step %d is outside 0..%d".formatted(wanted, clock.lastProperty().get()));
        }
        clock.playingProperty().set(false);
        clock.goTo(wanted);
        show();
    }

    private void show() {
        showing = true;
        slider.setValue((double) clock.stepProperty().get() / clock.lastProperty().get());
        showing = false;
        field.show(Integer.toString(clock.stepProperty().get()));
        total.setText("/ " + clock.lastProperty().get());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 32;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double middle = height / 2;
        slider.applyCss();
        double thumb = 2 * slider.thumbCentre(0);
        double sliderHeight = slider.prefHeight(-1);
        slider.resizeRelocate(
                from - thumb / 2,
                middle - sliderHeight / 2,
                Math.max(thumb, to - from + thumb),
                sliderHeight);
        double stepWidth = step.prefWidth(-1);
        double right = getWidth();
        if (player.getParent() == this) {
            double width = player.prefWidth(-1);
            player.resizeRelocate(right - width, 0, width, height);
            right -= width + GAP;
        }
        double left = Math.min(to + GAP + 8, right - stepWidth);
        step.resizeRelocate(left, 0, stepWidth, height);
    }
}
