package dev.weightscope.ui.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;

/// A row of joined buttons of which exactly one is chosen.
public final class Segments {
    private static final double HELP_WIDTH = 340;

    private Segments() {}

    /// What a button is called.
    ///
    /// @param id of the button, for style sheets and tests: `layout-grid`
    /// @param help the button's tooltip and accessible text
    public record Name(String id, String text, String help) {}

    /// Buttons for `values`, bound both ways to `chosen`, whose value is the one that is selected.
    public static <T> SegmentedButton of(
            List<T> values, ObjectProperty<T> chosen, Function<T, Name> names) {
        ToggleGroup group = new ToggleGroup();
        Map<T, ToggleButton> buttons = new LinkedHashMap<>();
        for (T value : values) {
            ToggleButton button = button(names.apply(value), value, chosen);
            // Not only once it has a skin: a choice that is read from a file comes before.
            button.setToggleGroup(group);
            buttons.put(value, button);
        }
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(group);
        segments.getButtons().addAll(buttons.values());
        group.selectedToggleProperty().addListener((_, before, now) -> keepOne(before, now));
        chosen.subscribe(value -> {
            ToggleButton button = buttons.get(value);
            if (button != null) {
                button.setSelected(true);
            }
        });
        return segments;
    }

    private static <T> ToggleButton button(Name name, T value, ObjectProperty<T> chosen) {
        ToggleButton button = new ToggleButton(name.text());
        button.setId(name.id());
        button.setAccessibleText(name.help());
        Tooltip help = new Tooltip(name.help());
        help.setWrapText(true);
        help.setMaxWidth(HELP_WIDTH);
        button.setTooltip(help);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.selectedProperty()
                .subscribe(isSelected -> {
                    if (isSelected) {
                        chosen.set(value);
                    }
                });
        return button;
    }

    /// A second click on the chosen button would choose none.
    private static void keepOne(Toggle before, Toggle now) {
        if (now == null && before != null) {
            before.setSelected(true);
        }
    }
}
