package dev.weightscope.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/// Small labelled ticks under a slider. Labels of neighbours stand on the outer side of their
/// ticks, so that two close values stay readable; one that does not fit before the next mark is its
/// number alone. Where there have been marks their room stays: what lies below does not move when
/// they go.
final class MarkRow extends Pane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double TICK_HALF_WIDTH = 3;
    private static final double TICK_HEIGHT = 4;
    private static final double GAP = 2;

    private final FilledSlider slider;
    private final DoubleUnaryOperator position;
    private final DoubleConsumer onPick;
    private final List<Placed> placed = new ArrayList<>();
    private boolean isCovered;
    private double room;

    private record Placed(Mark mark, Polygon tick, Button button, Text measured) {}

    MarkRow(FilledSlider slider, DoubleUnaryOperator position, DoubleConsumer onPick) {
        this.slider = slider;
        this.position = position;
        this.onPick = onPick;
        getStyleClass().add("mark-row");
        setManaged(false);
        setVisible(false);
        slider.widthProperty().subscribe(this::requestLayout);
    }

    void setMarks(List<Mark> marks) {
        if (placed.stream().map(Placed::mark).toList().equals(marks)) {
            return;
        }
        placed.clear();
        for (Mark mark : marks) {
            Button button = new Button(mark.label());
            button.getStyleClass().add("mark");
            button.setTooltip(new Tooltip(mark.explanation()));
            button.setAccessibleText(mark.explanation());
            button.setOnAction(_ -> onPick.accept(mark.value()));
            Polygon tick =
                    new Polygon(-TICK_HALF_WIDTH, TICK_HEIGHT, TICK_HALF_WIDTH, TICK_HEIGHT, 0, 0);
            tick.getStyleClass().add("mark-tick");
            placed.add(new Placed(mark, tick, button, new Text()));
        }
        getChildren().setAll(placed.stream().map(Placed::tick).toList());
        getChildren().addAll(placed.stream().map(Placed::button).toList());
        showThem();
    }

    /// Leaves their place to something else, or takes it back.
    void cover(boolean covered) {
        isCovered = covered;
        showThem();
    }

    private void showThem() {
        setVisible(!placed.isEmpty() && !isCovered);
        setManaged(isManaged() || isVisible());
    }

    void highlight(double value) {
        for (Placed each : placed) {
            boolean current = each.mark.value() == value;
            each.button.pseudoClassStateChanged(CURRENT, current);
            each.tick.pseudoClassStateChanged(CURRENT, current);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        room =
                placed.stream()
                        .mapToDouble(each -> each.button.prefHeight(-1))
                        .reduce(room, Math::max);
        return room;
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < placed.size(); i++) {
            Placed each = placed.get(i);
            double x = x(each);
            each.tick.relocate(x - TICK_HALF_WIDTH, (getHeight() - TICK_HEIGHT) / 2);
            boolean last = i == placed.size() - 1;
            double before = x - TICK_HALF_WIDTH - GAP - width(each, each.mark.label());
            double after = x + TICK_HALF_WIDTH + GAP;
            // Left of the first pixel it would be cut off.
            double left = last || before < 0 ? after : before;
            double end = last ? Double.POSITIVE_INFINITY : x(placed.get(i + 1)) - TICK_HALF_WIDTH;
            String text = left > x ? fitting(each, end - left) : each.mark.label();
            if (!text.equals(each.button.getText())) {
                each.button.setText(text);
            }
            each.button.resizeRelocate(left, 0, width(each, text), getHeight());
        }
    }

    /// Of a mark's label as much as the next mark leaves room for: all, its number or nothing.
    private static String fitting(Placed each, double room) {
        return Stream.of(each.mark.label(), each.mark.number())
                .filter(text -> width(each, text) <= room)
                .findFirst()
                .orElse("");
    }

    /// Of the button with this text, whatever text it has now.
    private static double width(Placed each, String text) {
        each.measured.setFont(each.button.getFont());
        each.measured.setText(text);
        return Math.ceil(
                each.measured.getLayoutBounds().getWidth()
                        + each.button.snappedLeftInset()
                        + each.button.snappedRightInset());
    }

    private double x(Placed each) {
        return slider.thumbCentre(position.applyAsDouble(each.mark.value()));
    }
}
