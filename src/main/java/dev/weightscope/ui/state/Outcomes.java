package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// How the questions about pins stand, by their settings; what becomes of that is another map.
final class Outcomes {
    /// How many answers to settings that are no longer pinned are kept, for whoever undoes that.
    private static final int KEPT_FOR_UNDO = 8;

    private static final String GIVEN_UP = "cancelled; make it current again to compute it";

    private Outcomes() {}

    private static <A> Map<Experiment, Outcome<A>> change(
            Map<Experiment, Outcome<A>> before,
            BiFunction<Experiment, Outcome<A>, Outcome<A>> change) {
        Map<Experiment, Outcome<A>> next = new LinkedHashMap<>(before);
        next.replaceAll(change);
        return next;
    }

    /// All are asked anew; the answers that there are stay meanwhile.
    static <A> Map<Experiment, Outcome<A>> waiting(Map<Experiment, Outcome<A>> before) {
        return change(
                before, (_, outcome) -> new Outcome.Waiting<>(outcome.answered().orElse(null)));
    }

    /// What was waited for is not any more; what there is of it stays.
    static <A> Map<Experiment, Outcome<A>> cancelled(Map<Experiment, Outcome<A>> before) {
        return change(
                before,
                (_, outcome) ->
                        outcome instanceof Outcome.Waiting<A>(A older)
                                ? new Outcome.Cancelled<>(older)
                                : outcome);
    }

    /// What was cancelled is waited for again.
    static <A> Map<Experiment, Outcome<A>> resumed(Map<Experiment, Outcome<A>> before) {
        return change(
                before,
                (_, outcome) ->
                        outcome instanceof Outcome.Cancelled<A>(A part)
                                ? new Outcome.Waiting<>(part)
                                : outcome);
    }

    /// What was waited for will not be answered, since a person gave it up.
    static <A> Map<Experiment, Outcome<A>> givenUp(
            Map<Experiment, Outcome<A>> before, Predicate<Experiment> which) {
        return change(
                before,
                (experiment, outcome) ->
                        outcome instanceof Outcome.Waiting<A> && which.test(experiment)
                                ? new Outcome.Refused<>(GIVEN_UP)
                                : outcome);
    }

    /// There is a part of an answer that is waited for.
    ///
    /// @param part to each setting
    static <A> Map<Experiment, Outcome<A>> grown(
            Map<Experiment, Outcome<A>> before,
            Predicate<Experiment> which,
            Function<Experiment, A> part) {
        return change(
                before,
                (experiment, outcome) ->
                        outcome instanceof Outcome.Waiting<A> && which.test(experiment)
                                ? new Outcome.Waiting<>(part.apply(experiment))
                                : outcome);
    }

    /// How the questions about some settings stand now.
    ///
    /// @param settled of each setting
    static <A> Map<Experiment, Outcome<A>> settled(
            Map<Experiment, Outcome<A>> before,
            Predicate<Experiment> which,
            Function<Experiment, Outcome<A>> settled) {
        return change(
                before,
                (experiment, outcome) ->
                        which.test(experiment) ? settled.apply(experiment) : outcome);
    }

    /// Those of pins, and of the last settings that were.
    ///
    /// @param known how a question about a new one stands
    static <A> Map<Experiment, Outcome<A>> pinned(
            Map<Experiment, Outcome<A>> before,
            Set<Experiment> pinned,
            Function<Experiment, Outcome<A>> known) {
        Map<Experiment, Outcome<A>> next = new LinkedHashMap<>(before);
        List<Experiment> unpinned =
                next.keySet().stream().filter(each -> !pinned.contains(each)).toList();
        unpinned.subList(0, Math.max(0, unpinned.size() - KEPT_FOR_UNDO)).forEach(next::remove);
        pinned.forEach(each -> next.putIfAbsent(each, known.apply(each)));
        return next;
    }
}
