package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.View;
import java.util.List;
import java.util.function.Function;

/// A picture of answers.
///
/// @param key of its file
/// @param parts of the answers, the live setting's first
record Picture<A>(String key, Function<List<Series<A>>, List<Figure.Part>> parts) {
    /// Of one chart under its heading.
    static <A> Picture<A> of(View<A> view) {
        return new Picture<>(
                view.key(),
                answers -> List.of(new Figure.Part(view.label(), view.chart(answers), 1)));
    }

    Figure figure(List<Series<A>> answers, String caption) {
        return new Figure(parts.apply(answers), caption);
    }
}
