package dev.weightscope.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/// A word under each zone of a slider, or why there are none, in two lines of which the second lies
/// over what is below; a word that is wider than its zone is left out, unless the value lies there,
/// and so is one that this word would lie over. The height does not depend on what is shown.
final class ZoneLabels extends Pane {
    private static final double GAP = 4;
    private static final int NOTE_LINES = 2;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final FilledSlider slider;
    private final DoubleUnaryOperator position;
    private final Label note = new Label();
    private final Tooltip wholeNote = new Tooltip();
    private final List<Label> labels = new ArrayList<>();
    private List<Zone> zones = List.of();

    ZoneLabels(FilledSlider slider, DoubleUnaryOperator position) {
        this.slider = slider;
        this.position = position;
        getStyleClass().add("zone-labels");
        note.getStyleClass().add("zone-label");
        note.setTooltip(wholeNote);
        note.setWrapText(true);
        getChildren().add(note);
        slider.widthProperty().subscribe(this::requestLayout);
    }

    /// @param instead what to say where there are no zones
    void show(List<Zone> newZones, String instead) {
        note.setText(instead);
        wholeNote.setText(instead);
        if (newZones.equals(zones)) {
            return;
        }
        zones = List.copyOf(newZones);
        while (labels.size() > zones.size()) {
            getChildren().remove(labels.removeLast());
        }
        while (labels.size() < zones.size()) {
            Label label = new Label();
            label.getStyleClass().add("zone-label");
            label.setTooltip(new Tooltip());
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < zones.size(); i++) {
            labels.get(i).setText(zones.get(i).label());
            labels.get(i).getTooltip().setText(zones.get(i).explanation());
        }
        requestLayout();
    }

    void highlight(double value) {
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(i);
            boolean here =
                    (value >= zone.from() || i == 0)
                            && (value < zone.to() || i == zones.size() - 1);
            if (here != isCurrent(labels.get(i))) {
                labels.get(i).pseudoClassStateChanged(CURRENT, here);
                requestLayout();
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return note.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        note.resizeRelocate(
                0, 0, getWidth(), Math.min(note.prefHeight(getWidth()), NOTE_LINES * height));
        for (int i = 0; i < zones.size(); i++) {
            // The outer words may reach over the ends of the track.
            double left = i == 0 ? 0 : x(zones.get(i).from());
            double right = i == zones.size() - 1 ? slider.getWidth() : x(zones.get(i).to());
            double width = labels.get(i).prefWidth(-1);
            labels.get(i).setVisible(isCurrent(labels.get(i)) || width <= right - left);
            labels.get(i).resizeRelocate((left + right - width) / 2, 0, width, height);
        }
        labels.stream().filter(ZoneLabels::isCurrent).forEach(this::makeRoomFor);
    }

    private void makeRoomFor(Label current) {
        double left = current.getLayoutX() - GAP;
        double right = current.getLayoutX() + current.getWidth() + GAP;
        for (Label other : labels) {
            boolean isClear =
                    other.getLayoutX() + other.getWidth() <= left || other.getLayoutX() >= right;
            other.setVisible(other.isVisible() && (other.equals(current) || isClear));
        }
    }

    private static boolean isCurrent(Label label) {
        return label.getPseudoClassStates().contains(CURRENT);
    }

    private double x(double value) {
        return slider.thumbCentre(position.applyAsDouble(value));
    }
}
