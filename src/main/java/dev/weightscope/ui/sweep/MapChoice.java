package dev.weightscope.ui.sweep;

import dev.weightscope.chart.Series;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// Whose map is shown: the live setting's, or a pin's.
final class MapChoice {
    private static final int LIVE = 0;

    private final Choice<Setting> choice;
    private int chosen = LIVE;

    /// @param colour which tells it from the others
    private record Setting(int colour, String name) {
        static Setting of(Series<?> series) {
            return new Setting(series.colour(), series.label());
        }
    }

    /// @param onPick called once a person has chosen another
    MapChoice(Runnable onPick) {
        choice =
                new Choice<>(
                        "",
                        List.of(),
                        Setting::name,
                        picked -> {
                            chosen = picked.colour();
                            onPick.run();
                        });
        choice.box().setId("sweep-map-of");
        choice.box().setAccessibleText("Whose map is shown");
        Shown.when(choice, false);
    }

    /// Shown while there are several to choose from.
    Node node() {
        return choice;
    }

    /// Offers the settings that there are answers to.
    void offer(List<Series<SweepAnswer>> answers) {
        choice.setItems(answers.stream().map(Setting::of).toList());
        if (!answers.isEmpty()) {
            choice.show(Setting.of(of(answers)));
        }
        Shown.when(choice, answers.size() > 1);
    }

    /// The one whose map is shown: the first where the chosen one has no answer.
    private Series<SweepAnswer> of(List<Series<SweepAnswer>> answers) {
        return answers.stream()
                .filter(each -> each.colour() == chosen)
                .findFirst()
                .orElse(answers.getFirst());
    }

    /// Whether the control says whose map it is.
    boolean isOffered() {
        return choice.isVisible();
    }

    /// The answers with the one whose map is shown first.
    ///
    /// @param answers at least one
    List<Series<SweepAnswer>> chosenFirst(List<Series<SweepAnswer>> answers) {
        List<Series<SweepAnswer>> ordered = new ArrayList<>(answers);
        Series<SweepAnswer> first = of(answers);
        ordered.remove(first);
        ordered.addFirst(first);
        return ordered;
    }
}
