package dev.weightscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// What stands left above a panel, a mark and a note beside it, and controls to the right; controls
/// that do not fit go to further rows, so that nothing is cut off in a narrow window. A note that
/// does not fit whole is not shown; a legend then has a row of its own.
final class PanelHeader extends Pane {
    private static final double GAP = 8;
    private static final double ROW_GAP = 6;

    private final Node lead;
    private final Label title;
    private final Optional<Node> mark;
    private final Label note = new Label();
    private final List<Node> controls;
    private List<String> notes = List.of();

    /// As wide as the legend in its shortest form may become; without a text for none.
    private final Label widest = new Label();

    private PanelHeader(Node lead, Label title, Optional<Node> mark, Node... controls) {
        this.lead = lead;
        this.title = title;
        this.mark = mark;
        this.controls = List.of(controls);
        getStyleClass().add("chart-header");
        title.getStyleClass().add("panel-title");
        note.getStyleClass().add("panel-note");
        widest.getStyleClass().add("panel-note");
        widest.setVisible(false);
        getChildren().addAll(lead, note, widest);
        mark.ifPresent(getChildren()::add);
        getChildren().addAll(controls);
    }

    /// With a title.
    static PanelHeader titled(Node... controls) {
        Label title = new Label();
        return new PanelHeader(title, title, Optional.empty(), controls);
    }

    /// With a mark after the title, which is left out where it has no room in the first row.
    static PanelHeader marked(Node mark, Node... controls) {
        Label title = new Label();
        return new PanelHeader(title, title, Optional.of(mark), controls);
    }

    /// With a control instead of a title.
    static PanelHeader led(Node lead, Node... controls) {
        return new PanelHeader(lead, new Label(), Optional.empty(), controls);
    }

    Label title() {
        return title;
    }

    /// A few words that may be left out: the longest of these that fits whole.
    void note(String... longestFirst) {
        List<String> next = List.of(longestFirst);
        if (!next.equals(notes)) {
            notes = next;
            requestLayout();
        }
    }

    /// How to read what is below: the longest of these that fits whole.
    ///
    /// @param widestShort as wide as the last of them may become: whether it needs a row of its own
    ///   depends on that alone, so that what is below stays where it is
    void legend(List<String> longestFirst, String widestShort) {
        widest.setText(widestShort);
        note(longestFirst.toArray(String[]::new));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return controls.stream()
                .mapToDouble(each -> each.prefWidth(-1))
                .max()
                .orElse(lead.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return lead.prefWidth(-1)
                + controls.stream().mapToDouble(each -> GAP + each.prefWidth(-1)).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = width < 0 ? 1 : rows(width).size() + (hasRowForLegend(width) ? 1 : 0);
        return rows * rowHeight() + (rows - 1) * ROW_GAP;
    }

    private double rowHeight() {
        double highest = lead.prefHeight(-1);
        for (Node control : controls) {
            highest = Math.max(highest, control.prefHeight(-1));
        }
        return Math.ceil(highest);
    }

    /// The controls of each row; the first one has the lead too.
    private List<List<Node>> rows(double width) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        rows.add(row);
        double taken = lead.prefWidth(-1) + GAP;
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

    /// Whether not even its shortest form fits into the first row.
    private boolean hasRowForLegend(double width) {
        double taken = left();
        for (Node control : rows(width).getFirst()) {
            taken += GAP + control.prefWidth(-1);
        }
        return !widest.getText().isEmpty() && taken + widest.prefWidth(-1) > width;
    }

    /// Where a note begins.
    private double left() {
        double left = lead.prefWidth(-1) + GAP;
        return left + mark.map(node -> node.prefWidth(-1) + GAP).orElse(0.0) + GAP / 2;
    }

    @Override
    protected void layoutChildren() {
        double height = rowHeight();
        place(lead, 0, 0, height);
        List<List<Node>> rows = rows(getWidth());
        double top = 0;
        for (List<Node> row : rows) {
            double right = getWidth();
            for (Node control : row.reversed()) {
                // Rounded up it would stand out.
                double left = Math.floor(right - control.prefWidth(-1));
                place(control, left, top, height);
                right = left - GAP;
            }
            if (top == 0) {
                placeBeside(right, height);
            }
            top += height + ROW_GAP;
        }
        if (hasRowForLegend(getWidth())) {
            showNote(getWidth());
            place(note, 0, top, height);
        }
    }

    /// The mark and the note, in what room the first row leaves.
    private void placeBeside(double right, double height) {
        double left = lead.prefWidth(-1) + GAP;
        if (mark.isPresent()) {
            Node node = mark.get();
            node.setVisible(left + node.prefWidth(-1) <= right);
            place(node, left, 0, height);
            left += node.prefWidth(-1) + GAP;
        }
        left += GAP / 2;
        showNote(right - left);
        place(note, left, 0, height);
    }

    private void showNote(double room) {
        note.setVisible(false);
        for (String each : notes) {
            note.setText(each);
            if (note.prefWidth(-1) <= room) {
                note.setVisible(true);
                return;
            }
        }
    }

    private static void place(Node node, double left, double top, double rowHeight) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(
                left, Math.rint(top + (rowHeight - height) / 2), node.prefWidth(-1), height);
    }
}
