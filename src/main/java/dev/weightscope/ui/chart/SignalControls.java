package dev.weightscope.ui.chart;

import dev.weightscope.model.Amounts;
import dev.weightscope.model.Spread;
import dev.weightscope.signal.SignalSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// What measured curves are held against: theory, and other draws.
public final class SignalControls {
    private static final List<Integer> DRAWS = List.of(1, 10, 50);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double HELP_WIDTH = 340;
    private static final String THEORY_HELP =
            "Mean-field curves of infinite width, dashed; with RMS, the band that holds 95 % of"
                    + " draws at this width. Beside weights from a file: what drawn ones of the"
                    + " same stds would do";

    private static final String NO_THEORY_OF_UNITS =
            "Theory says nothing of the std of a unit across samples: choose Std or RMS.";

    private final ObjectProperty<Spread> spread = new SimpleObjectProperty<>(Spread.STD);
    private final ObservableValue<SignalSettings> settings;
    private final Consumer<UnaryOperator<SignalSettings>> edit;

    /// @param edit changes the settings
    public SignalControls(
            ObservableValue<SignalSettings> settings,
            Consumer<UnaryOperator<SignalSettings>> edit) {
        this.settings = settings;
        this.edit = edit;
    }

    /// What the curves by depth show: theory has no answer to some of it.
    public ObjectProperty<Spread> spreadProperty() {
        return spread;
    }

    /// A button that is off where theory has no answer, with the reason in its tooltip.
    ///
    /// @param objection why theory has no answer to what is shown; empty where it has one
    public Node theory(ObservableValue<Optional<String>> objection) {
        ToggleButton button = new ToggleButton("Theory");
        button.setId("theory");
        button.getStyleClass().add("chart-toggle");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setOnAction(_ -> edit.accept(now -> now.withTheory(button.isSelected())));
        // A disabled button shows no tooltip: what it lies on does.
        StackPane ground = new StackPane(button);
        Tooltip help = new Tooltip();
        help.setWrapText(true);
        help.setMaxWidth(HELP_WIDTH);
        Tooltip.install(ground, help);
        Runnable show =
                () -> {
                    Optional<String> reason = objection.getValue().or(this::toSpread);
                    button.setDisable(reason.isPresent());
                    button.setSelected(reason.isEmpty() && settings.getValue().theory());
                    help.setText(reason.orElse(THEORY_HELP));
                    button.setAccessibleText(help.getText());
                };
        settings.subscribe(show);
        objection.subscribe(show);
        spread.subscribe(show);
        show.run();
        return ground;
    }

    private Optional<String> toSpread() {
        return spread.get() == Spread.PER_UNIT_STD
                ? Optional.of(NO_THEORY_OF_UNITS)
                : Optional.empty();
    }

    /// A menu of how many networks are drawn.
    public Node draws() {
        MenuButton menu = new MenuButton();
        menu.setId("draws");
        menu.getStyleClass().add("chart-toggle");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.setTooltip(
                new Tooltip(
                        "How many networks are drawn, of seeds that follow each other: thin"
                                + " lines, or a band"));
        for (int count : DRAWS) {
            RadioMenuItem item = new RadioMenuItem(Amounts.counted(count, "draw"));
            item.setId("draws-" + count);
            item.setOnAction(_ -> edit.accept(now -> now.withDraws(count)));
            settings.subscribe(now -> item.setSelected(now.draws() == count));
            menu.getItems().add(item);
        }
        settings.subscribe(now -> {
            menu.setText(Amounts.counted(now.draws(), "draw"));
            menu.pseudoClassStateChanged(SELECTED, now.draws() > 1);
        });
        return menu;
    }
}
