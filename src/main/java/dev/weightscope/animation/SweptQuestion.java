package dev.weightscope.animation;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Moments;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.View;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a lab is asked at each value of a sweep, and at which moment each answer is looked at.
///
/// @param frames one for each value
public record SweptQuestion<S>(Sweep<?> sweep, List<At<S>> frames) {
    /// @param moment empty where an answer has none, or is looked at as a whole
    public record At<S>(Question<S> question, OptionalLong moment) {
        /// What can be shown of the answer.
        public <A> List<View<A>> views(Lab<S, A> lab, A answer) {
            Optional<Moments<S, A>> moments = lab.moments();
            return moment.isPresent() && moments.isPresent()
                    ? moments.get().views(answer, moment.getAsLong())
                    : lab.views(answer);
        }
    }

    public SweptQuestion {
        frames = List.copyOf(frames);
    }

    /// A question on the way of the moment at which its answer is looked at, of one of the lab's
    /// settings, or of a number of the experiment.
    ///
    /// @throws Refusal in one sentence, if there is no such way
    public static <S> SweptQuestion<S> of(Lab<S, ?> lab, Question<S> question, Way way) {
        Optional<Option<Long, Long>> moment =
                lab.moments()
                        .filter(each -> each.key().equals(way.key()))
                        .map(each -> each.number(question));
        if (moment.isPresent()) {
            Sweep<Long> sweep = way.of(moment.get());
            return of(
                    sweep,
                    sweep.at(0L).stream().map(value -> new At<>(question, OptionalLong.of(value))));
        }
        Optional<Option<S, ?>> own =
                lab.options().list().stream()
                        .filter(each -> each.key().equals(way.key()))
                        .findFirst();
        if (own.isPresent()) {
            Sweep<S> sweep = way.of(own.get());
            return of(
                    sweep,
                    sweep.at(question.settings()).stream()
                            .map(settings -> whole(question.experiment(), settings)));
        }
        Sweep<Experiment> sweep = way.of(ExperimentOptions.ALL.find("--" + way.key()));
        return of(
                sweep,
                Sweep.experiments(sweep, question.experiment()).stream()
                        .map(experiment -> whole(experiment, question.settings())));
    }

    /// What can go its way in a question: the moment first, then what the experiment and the lab's
    /// settings read.
    public static <S> List<AnimatedNumber> numbers(Lab<S, ?> lab, Question<S> question) {
        Stream<Option<?, ?>> moments = lab.moments().stream().map(each -> each.number(question));
        Stream<Option<?, ?>> experiment =
                ExperimentOptions.ALL.list().stream()
                        .filter(each -> each.get(question.experiment()).isPresent())
                        .map(each -> each);
        Stream<Option<?, ?>> own =
                lab.options().list().stream()
                        .filter(each -> each.get(question.settings()).isPresent())
                        .map(each -> each);
        return Stream.of(moments, experiment, own)
                .flatMap(options -> options)
                .flatMap(option -> AnimatedNumber.of(option).stream())
                .toList();
    }

    private static <S> At<S> whole(Experiment experiment, S settings) {
        return new At<>(new Question<>(experiment, settings), OptionalLong.empty());
    }

    private static <S> SweptQuestion<S> of(Sweep<?> sweep, Stream<At<S>> frames) {
        return new SweptQuestion<>(sweep, frames.toList());
    }
}
