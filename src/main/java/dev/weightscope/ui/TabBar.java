package dev.weightscope.ui;

import dev.weightscope.model.Keyed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The tabs to choose from, in the top bar; nothing where there is one alone.
final class TabBar extends HBox {
    /// @param chosen the key of the one in sight
    TabBar(List<? extends Keyed> tabs, ObjectProperty<String> chosen) {
        getStyleClass().add("tab-bar");
        if (tabs.size() < 2) {
            return;
        }
        ToggleGroup group = new ToggleGroup();
        Map<String, ToggleButton> buttons = new HashMap<>();
        int number = 1;
        for (Keyed each : tabs) {
            ToggleButton tab = new ToggleButton(each.label());
            tab.setId("tab-" + each.key());
            tab.getStyleClass().setAll("tab-button");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setAccessibleText(each.label() + " tab");
            tab.setTooltip(new Tooltip("%s (Ctrl+%d)".formatted(each.label(), number++)));
            tab.setToggleGroup(group);
            // Not by its action: an arrow key selects the next one without any.
            tab.selectedProperty()
                    .subscribe(isSelected -> {
                        if (isSelected) {
                            chosen.set(each.key());
                        }
                    });
            getChildren().add(keepingWidth(tab));
            buttons.put(each.key(), tab);
        }
        group.selectedToggleProperty().addListener((_, before, now) -> keepOne(before, now));
        chosen.subscribe(key -> {
            ToggleButton tab = buttons.get(key);
            if (tab != null) {
                tab.setSelected(true);
            }
        });
    }

    /// The chosen one's letters are bold, and wider: the room for them is always there, so that its
    /// neighbours stay where they are.
    private static Node keepingWidth(ToggleButton tab) {
        Label bold = new Label(tab.getText());
        bold.getStyleClass().setAll("tab-width");
        bold.setVisible(false);
        tab.setMaxWidth(Double.MAX_VALUE);
        return new StackPane(bold, tab);
    }

    /// A second click on the chosen one would choose none.
    private static void keepOne(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null && before != null) {
            before.setSelected(true);
        }
    }
}
