package dev.weightscope.ui.training;

import dev.weightscope.chart.Series;
import dev.weightscope.race.TrainingAnswer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What runs answered before the last change, as long as the answers to what is asked now grow: so
/// a new curve grows over the old one, and is seen beside it. A loss of other data says nothing
/// beside the new one, so such an answer is dropped. For use by one thread.
public final class OldAnswers {
    private final Map<Integer, TrainingAnswer> shown = new HashMap<>();
    private final Map<Integer, TrainingAnswer> old = new HashMap<>();

    /// @param answers that are shown now
    /// @return by colour, what was there before of those that grow
    public Map<Integer, TrainingAnswer> follow(List<Series<TrainingAnswer>> answers) {
        Set<Integer> colours = new HashSet<>();
        for (Series<TrainingAnswer> each : answers) {
            colours.add(each.colour());
            TrainingAnswer now = each.values();
            TrainingAnswer last = shown.put(each.colour(), now);
            if (now.isComplete() || (last != null && !isOfTheSameData(last, now))) {
                old.remove(each.colour());
            } else if (last != null
                    && !isToTheSame(last, now)
                    && (last.isComplete() || !old.containsKey(each.colour()))) {
                old.put(each.colour(), last);
            }
        }
        shown.keySet().retainAll(colours);
        old.keySet().retainAll(colours);
        return Map.copyOf(old);
    }

    private static boolean isOfTheSameData(TrainingAnswer one, TrainingAnswer other) {
        return one.settings().data().equals(other.settings().data())
                && one.settings().reading().equals(other.settings().reading());
    }

    private static boolean isToTheSame(TrainingAnswer one, TrainingAnswer other) {
        return one.settings().equals(other.settings())
                && one.first().experiment().equals(other.first().experiment());
    }
}
