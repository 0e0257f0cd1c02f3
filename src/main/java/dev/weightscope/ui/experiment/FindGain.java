package dev.weightscope.ui.experiment;

import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.controls.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// A menu of the three gains that people call the gain of an activation, each with its number: by
/// mean-field theory and measured, which begins when the menu opens; where there is none the reason
/// stands in its place, and nothing can be chosen.
final class FindGain extends MenuButton {
    private final DoubleConsumer onPick;
    private final Map<GainGoal, MenuItem> measuredItems = new EnumMap<>(GainGoal.class);
    private final MenuItem measuredHeading = heading("Measured at this depth and width");
    private Map<GainGoal, GainAnswer> shown = Map.of();
    private Set<String> unmeasured = Set.of();

    /// @param onPick called with the gain by theory that a person picks
    /// @param measured told what a person looks at and picks of the others
    FindGain(DoubleConsumer onPick, MeasuredGains measured) {
        this.onPick = onPick;
        setId("find-gain");
        getStyleClass().add("find-gain");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Find gain");
        setTooltip(
                new Tooltip(
                        "Gains that hold the signal or the gradient, by mean-field theory and"
                                + " measured"));
        textProperty()
                .bind(
                        Bindings.when(Bindings.isEmpty(measured.awaitedProperty()))
                                .then("Find")
                                .otherwise("Measuring …"));
        for (GainGoal goal : GainGoal.values()) {
            MenuItem item = new MenuItem();
            item.setId("measure-" + goal.key());
            item.setOnAction(_ -> measured.choose(goal));
            measuredItems.put(goal, item);
        }
        measured.answersProperty().subscribe(this::showMeasured);
        setOnShowing(_ -> measured.open());
        setOnHidden(_ -> measured.leave());
        showItems();
        setDisable(true); // until theory has answered: a fresh window's focus is the slider's
    }

    /// @param answers theory's for every goal; empty while they are not known
    void show(Map<GainGoal, GainAnswer> answers) {
        setDisable(false);
        if (!answers.equals(shown)) {
            shown = Map.copyOf(answers);
            showItems();
        }
    }

    private void showItems() {
        List<MenuItem> items = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (GainGoal goal : GainGoal.values()) {
            switch (shown.get(goal)) {
                case GainAnswer.Found(double gain) -> items.add(byTheory(goal, gain));
                case GainAnswer.None(String sentence) -> reasons.add(sentence);
                case null -> {} // not known
            }
        }
        reasons.forEach(reason -> items.add(inactive(reason)));
        if (!items.isEmpty()) {
            items.addFirst(heading("By mean-field theory"));
            items.add(new SeparatorMenuItem());
        }
        items.add(measuredHeading);
        Arrays.stream(GainGoal.values()).map(measuredItems::get).forEach(items::add);
        unmeasured.forEach(reason -> items.add(inactive(reason)));
        getItems().setAll(items);
    }

    private void showMeasured(Map<GainGoal, GainAnswer> answers) {
        Set<String> reasons = new LinkedHashSet<>();
        measuredItems.forEach((goal, item) -> {
            String answer =
                    switch (answers.get(goal)) {
                        case GainAnswer.Found(double gain) -> number(gain);
                        case GainAnswer.None(String sentence) -> {
                            reasons.add(Sentences.finished(sentence));
                            yield "none";
                        }
                        case null -> "measuring …";
                    };
            item.setText(text(goal, answer));
            item.setDisable(answers.get(goal) instanceof GainAnswer.None);
        });
        if (!reasons.equals(unmeasured)) {
            unmeasured = reasons;
            showItems();
        }
    }

    private MenuItem byTheory(GainGoal goal, double gain) {
        MenuItem item = new MenuItem(text(goal, number(gain)));
        item.setId("find-" + goal.key());
        item.setOnAction(_ -> onPick.accept(gain));
        return item;
    }

    private static String text(GainGoal goal, String answer) {
        return "Hold %s: %s".formatted(goal.noun(), answer);
    }

    private static String number(double gain) {
        return Numbers.significant(gain, 4);
    }

    private static MenuItem heading(String text) {
        MenuItem heading = inactive(text);
        heading.getStyleClass().add("menu-heading");
        return heading;
    }

    private static MenuItem inactive(String text) {
        MenuItem item = new MenuItem(text);
        item.setDisable(true);
        return item;
    }
}
