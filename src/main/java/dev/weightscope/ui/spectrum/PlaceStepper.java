package dev.weightscope.ui.spectrum;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A place among some, one of which is looked at: `‹ depth 8 ›`.
final class PlaceStepper extends HBox {
    private final String noun;
    private final Button back = new Button("‹");
    private final Button on = new Button("›");
    private final Label name = new Label();
    private List<Integer> places = List.of();
    private int place;

    /// @param noun of a place: `depth`
    /// @param onStep told of the place that is gone to
    PlaceStepper(String noun, IntConsumer onStep) {
        this.noun = noun;
        back.setId(noun + "-back");
        on.setId(noun + "-on");
        back.setTooltip(new Tooltip("The " + noun + " before"));
        on.setTooltip(new Tooltip("The next " + noun));
        back.setAccessibleText("The " + noun + " before");
        on.setAccessibleText("The next " + noun);
        for (Button each : List.of(back, on)) {
            each.getStyleClass().add("flat-button");
            each.setMinWidth(USE_PREF_SIZE);
        }
        name.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> step(-1, onStep));
        on.setOnAction(_ -> step(1, onStep));
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(4);
        getChildren().addAll(back, name, on);
    }

    /// Goes to a neighbour, where there is one.
    void step(int steps, IntConsumer onStep) {
        int next = places.indexOf(place) + steps;
        if (next >= 0 && next < places.size()) {
            onStep.accept(places.get(next));
        }
    }

    /// @param among ascending
    /// @param now one of them
    void show(List<Integer> among, int now) {
        places = among;
        place = now;
        name.setText(noun + " " + now);
        back.setDisable(among.indexOf(now) <= 0);
        on.setDisable(among.indexOf(now) == among.size() - 1);
    }
}
