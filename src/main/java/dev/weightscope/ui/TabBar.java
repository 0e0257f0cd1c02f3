package dev.weightscope.ui;

import dev.weightscope.lab.Lab;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The labs to choose from, in the top bar; nothing where there is one alone.
final class TabBar extends HBox {
    /// @param chosen the key of the lab in sight
    TabBar(List<? extends Lab<?, ?>> labs, ObjectProperty<String> chosen) {
        getStyleClass().add("tab-bar");
        if (labs.size() < 2) {
            return;
        }
        ToggleGroup group = new ToggleGroup();
        int number = 1;
        for (Lab<?, ?> lab : labs) {
            ToggleButton tab = new ToggleButton(lab.label());
            tab.setId("tab-" + lab.key());
            tab.getStyleClass().setAll("tab-button");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleText(lab.label() + " tab");
            tab.setTooltip(new Tooltip("%s (Ctrl+%d)".formatted(lab.label(), number++)));
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                chosen.set(lab.key());
                tab.setSelected(true); // a second click chooses no other
            });
            chosen.subscribe(key -> tab.setSelected(lab.key().equals(key)));
            getChildren().add(tab);
        }
    }
}
