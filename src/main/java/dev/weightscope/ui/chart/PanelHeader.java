package dev.weightscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// A panel's title with its controls to the right; controls that do not fit go to further rows, so
/// that nothing is cut off in a narrow window.
final class PanelHeader extends Pane {
    private static final double GAP = 8;
    private static final double ROW_GAP = 6;

    private final Label title = new Label();
    private final List<Node> controls;

    PanelHeader(Node... controls) {
        this.controls = List.of(controls);
        getStyleClass().add("chart-header");
        title.getStyleClass().add("panel-title");
        getChildren().add(title);
        getChildren().addAll(controls);
    }

    Label title() {
        return title;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return controls.stream().mapToDouble(each -> each.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return title.prefWidth(-1)
                + controls.stream().mapToDouble(each -> GAP + each.prefWidth(-1)).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = width < 0 ? 1 : rows(width).size();
        return rows * rowHeight() + (rows - 1) * ROW_GAP;
    }

    private double rowHeight() {
        double highest = title.prefHeight(-1);
        for (Node control : controls) {
            highest = Math.max(highest, control.prefHeight(-1));
        }
        return Math.ceil(highest);
    }

    /// The controls of each row; the first one has the title too.
    private List<List<Node>> rows(double width) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        rows.add(row);
        double taken = title.prefWidth(-1) + GAP;
        for (Node control : controls) {
            double wanted = control.prefWidth(-1);
            if (taken + GAP + wanted > width && taken > 0) {
                row = new ArrayList<>();
                rows.add(row);
                taken = -GAP;
            }
            row.add(control);
            taken += GAP + wanted;
        }
        return rows;
    }

    @Override
    protected void layoutChildren() {
        double height = rowHeight();
        double titleHeight = title.prefHeight(-1);
        title.resizeRelocate(
                0, Math.rint((height - titleHeight) / 2), title.prefWidth(-1), titleHeight);
        double top = 0;
        for (List<Node> row : rows(getWidth())) {
            double right = getWidth();
            for (Node control : row.reversed()) {
                double width = control.prefWidth(-1);
                double controlHeight = control.prefHeight(-1);
                control.resizeRelocate(
                        Math.floor(right - width), // rounded up it would stand out
                        Math.rint(top + (height - controlHeight) / 2),
                        width,
                        controlHeight);
                right -= width + GAP;
            }
            top += height + ROW_GAP;
        }
    }
}
