package dev.weightscope.ui.experiment;

import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.Numbers;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// A menu of the three gains that people call the gain of an activation, each with its number by
/// mean-field theory, or with the reason why there is none.
final class FindGain extends MenuButton {
    private final DoubleConsumer onPick;
    private Map<GainGoal, GainAnswer> shown = Map.of();

    /// @param onPick called with the gain that a person picks
    FindGain(DoubleConsumer onPick) {
        super("Find");
        this.onPick = onPick;
        setId("find-gain");
        getStyleClass().add("find-gain");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Find gain");
        setTooltip(new Tooltip("Gains that hold the signal or the gradient, by mean-field theory"));
        setDisable(true);
    }

    /// @param answers for every goal; empty while they are not known
    void show(Map<GainGoal, GainAnswer> answers) {
        if (answers.equals(shown)) {
            return;
        }
        shown = Map.copyOf(answers);
        getItems().clear();
        Set<String> reasons = new LinkedHashSet<>();
        for (GainGoal goal : GainGoal.values()) {
            switch (answers.get(goal)) {
                case GainAnswer.Found(double gain) -> getItems().add(item(goal, gain));
                case GainAnswer.None(String sentence) -> reasons.add(sentence);
                case null -> {} // not known
            }
        }
        for (String reason : reasons) {
            MenuItem item = new MenuItem(reason);
            item.setDisable(true);
            getItems().add(item);
        }
        setDisable(getItems().isEmpty());
    }

    private MenuItem item(GainGoal goal, double gain) {
        MenuItem item = new MenuItem("Hold " + goal.noun() + ": " + Numbers.significant(gain, 4));
        item.setId("find-" + goal.key());
        item.setOnAction(_ -> onPick.accept(gain));
        return item;
    }
}
