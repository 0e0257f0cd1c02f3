package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

    /// Of one chart under its heading; of one that shows one setting, one for each of them: `map`,
    /// `map-2`, .., their names in the headings.
    ///
    /// @param answers the live setting's first, at least one
    static <A> List<Picture<A>> all(View<A> view, List<Series<A>> answers) {
        if (view.subject() == View.Subject.ALL || answers.size() == 1) {
            return List.of(of(view));
        }
        return IntStream.range(0, answers.size())
                .mapToObj(place -> of(view, answers.get(place), place))
                .toList();
    }

    private static <A> Picture<A> of(View<A> view, Series<A> shown, int place) {
        return new Picture<>(
                place == 0 ? view.key() : view.key() + "-" + (place + 1),
                answers -> {
                    List<Series<A>> ordered = new ArrayList<>(answers);
                    ordered.remove(shown);
                    ordered.addFirst(shown);
                    return List.of(
                            new Figure.Part(
                                    view.label() + ": " + shown.label(), view.chart(ordered), 1));
                });
    }

    Figure figure(List<Series<A>> answers, String caption) {
        return new Figure(parts.apply(answers), caption);
    }
}
