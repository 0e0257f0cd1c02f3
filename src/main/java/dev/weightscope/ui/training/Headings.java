package dev.weightscope.ui.training;

import dev.weightscope.ui.controls.Segments;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands above charts.
final class Headings {
    private static final double GAP = 8;

    private Headings() {}

    static Label note() {
        Label note = new Label();
        note.getStyleClass().add("panel-note");
        note.setMinWidth(0);
        return note;
    }

    /// What is after it stands at the right.
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static HBox row(Node... nodes) {
        HBox header = new HBox(nodes);
        header.getStyleClass().add("chart-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setSpacing(GAP);
        return header;
    }

    /// @param id of the buttons, before a value's name
    static <E extends Enum<E>> Node choice(
            ObjectProperty<E> chosen, List<E> values, String id, Function<E, String> label) {
        return Segments.of(
                values,
                chosen,
                each ->
                        new Segments.Name(
                                id + "-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                label.apply(each),
                                label.apply(each)));
    }
}
