package dev.weightscope.ui;

import dev.weightscope.preset.Preset;
import dev.weightscope.ui.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Name, prepared scenes, and what is done to the experiment as a whole.
final class TopBar extends HBox {
    private static final String NAME = "WeightScope";

    /// Of a bar that has no room for all words.
    private static final double NARROW = 1200;

    TopBar(
            Commands commands,
            TabBar tabs,
            List<Preset> presets,
            Consumer<Preset> onPreset,
            ObservableValue<Boolean> undoable,
            ObservableValue<Boolean> redoable,
            ObjectProperty<Theme> theme) {
        getStyleClass().add("top-bar");
        Label name = new Label(NAME, new Logo());
        name.setAccessibleText(NAME);
        name.getStyleClass().add("product-name");
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        Button undo = iconButton(commands.undo(), Feather.CORNER_UP_LEFT);
        undo.disableProperty().bind(undoable.map(can -> !can));
        Button redo = iconButton(commands.redo(), Feather.CORNER_UP_RIGHT);
        redo.disableProperty().bind(redoable.map(can -> !can));
        Button copy = iconButton(commands.copyCommandLine(), Feather.TERMINAL);
        Button snippet = iconButton(commands.snippet(), Feather.CODE);
        Button export = button(commands.export(), Feather.DOWNLOAD);
        export.getStyleClass().add("primary");
        // Narrower, words give way to the tabs: pictures and tooltips say the same.
        String copyText = copy.getText();
        String exportText = export.getText();
        widthProperty()
                .subscribe(width -> {
                    boolean isNarrow = width.doubleValue() < NARROW;
                    name.setText(isNarrow ? "" : NAME);
                    copy.setText(isNarrow ? "" : copyText);
                    export.setText(isNarrow ? "" : exportText);
                });
        getChildren()
                .addAll(
                        name,
                        tabs,
                        gap,
                        presetMenu(presets, onPreset),
                        iconButton(commands.open(), Feather.FOLDER),
                        iconButton(commands.save(), Feather.SAVE),
                        undo,
                        redo,
                        copy,
                        snippet,
                        themeButton(theme),
                        iconButton(commands.help(), Feather.HELP_CIRCLE),
                        export);
    }

    private static MenuButton presetMenu(List<Preset> presets, Consumer<Preset> onPreset) {
        MenuButton menu = new MenuButton("Presets");
        menu.setId("presets");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("Prepared experiments, with what to look for"));
        boolean isOfLab = false;
        for (Preset preset : presets) {
            if (preset.scene().isPresent() && !isOfLab) {
                isOfLab = true;
                menu.getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(preset.label());
            item.setOnAction(_ -> onPreset.accept(preset));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// No wider than the window: else words would never give way.
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private static Button themeButton(ObjectProperty<Theme> theme) {
        Button button = new Button();
        button.setId("theme");
        button.getStyleClass().add("icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> theme.set(theme.get().next()));
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        theme.subscribe(now -> {
            button.setGraphic(
                    new FontIcon(
                            switch (now) {
                                case SYSTEM -> Feather.MONITOR;
                                case LIGHT -> Feather.SUN;
                                case DARK -> Feather.MOON;
                            }));
            tooltip.setText("Theme: " + now.label());
            button.setAccessibleText(tooltip.getText());
        });
        return button;
    }

    private static Button iconButton(Command command, Feather icon) {
        Button button = button(command, icon);
        button.setText("");
        button.getStyleClass().add("icon-button");
        return button;
    }

    private static Button button(Command command, Feather icon) {
        Button button = new Button(command.name(), new FontIcon(icon));
        button.setId(command.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> command.action().run());
        button.setTooltip(new Tooltip(command.hint()));
        button.setAccessibleText(command.name());
        return button;
    }
}
