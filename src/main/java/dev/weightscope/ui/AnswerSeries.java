package dev.weightscope.ui;

import dev.weightscope.chart.Series;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.stream.Stream;

/// What a lab's charts are made from, with the names and colours of the list beside them.
///
/// @param live the live setting's answer; empty before the first
/// @param pinned the answers of the pins that are shown, in the order of the list
record AnswerSeries<A>(List<Series<A>> live, List<Series<A>> pinned) {
    /// The index of the live setting's colour.
    private static final int LIVE_COLOUR = 0;

    static <A> AnswerSeries<A> of(LabState<?, A> lab, Session session) {
        PinNames names = session.names();
        return new AnswerSeries<>(
                Stream.ofNullable(lab.live().shown())
                        .map(shown ->
                                new Series<>(
                                        names.ofLive(shown.question().experiment()),
                                        LIVE_COLOUR,
                                        Series.Role.LIVE,
                                        shown.answer()))
                        .toList(),
                session.pins().kept().stream()
                        .filter(Pin::isShown)
                        .flatMap(pin ->
                                lab.outcome(pin).answered().stream()
                                        .map(answer ->
                                                new Series<>(
                                                        names.of(pin),
                                                        pin.colour(),
                                                        Series.Role.PINNED,
                                                        answer)))
                        .toList());
    }

    /// The live setting first, so that its row is above the others'.
    List<Series<A>> liveFirst() {
        return Stream.concat(live.stream(), pinned.stream()).toList();
    }

    /// The live setting last, so that its curve is in front of the others.
    List<Series<A>> liveLast() {
        return Stream.concat(pinned.stream(), live.stream()).toList();
    }
}
