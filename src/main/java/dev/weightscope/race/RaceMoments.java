package dev.weightscope.race;

import dev.weightscope.lab.Moments;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.View;
import dev.weightscope.option.Option;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.OptionalInt;

/// The steps of a race, 0 before the first.
final class RaceMoments implements Moments<TrainingSettings, TrainingAnswer> {
    @Override
    public String key() {
        return "step";
    }

    @Override
    public Option<Long, Long> number(Question<TrainingSettings> question) {
        return Option.of(
                key(),
                "Step",
                "The step that is looked at.",
                new WholeNumber(0, question.settings().plan().steps()),
                (_, step) -> step,
                step -> step);
    }

    @Override
    public List<View<TrainingAnswer>> views(TrainingAnswer answer, long moment) {
        return TrainingViews.of(answer, OptionalInt.of((int) moment));
    }
}
