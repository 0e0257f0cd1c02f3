package dev.weightscope.ui;

import dev.weightscope.model.Keyed;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The tabs to choose from, in the top bar; nothing where there is one alone.
final class TabBar extends HBox {
    /// @param chosen the key of the one in sight
    TabBar(List<? extends Keyed> tabs, ObjectProperty<String> chosen) {
        getStyleClass().add("tab-bar");
        if (tabs.size() < 2) {
            return;
        }
        ToggleGroup group = new ToggleGroup();
        int number = 1;
        for (Keyed each : tabs) {
            ToggleButton tab = new ToggleButton(each.label());
            tab.setId("tab-" + each.key());
            tab.getStyleClass().setAll("tab-button");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleText(each.label() + " tab");
            tab.setTooltip(new Tooltip("%s (Ctrl+%d)".formatted(each.label(), number++)));
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                chosen.set(each.key());
                tab.setSelected(true); // a second click chooses no other
            });
            chosen.subscribe(key -> tab.setSelected(each.key().equals(key)));
            getChildren().add(tab);
        }
    }
}
