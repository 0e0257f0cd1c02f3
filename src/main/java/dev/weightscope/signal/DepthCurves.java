package dev.weightscope.signal;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How far the activations of each layer, or the gradients by its pre-activations, are spread, for
/// several settings.
public final class DepthCurves {
    private DepthCurves() {}

    /// A curve for each answer that has values of the direction, and the events of the live one:
    /// forward from the input to the last layer, backward from the last layer to the first.
    ///
    /// @param answers from the back to the front; at least one
    public static LineView of(
            List<Series<SignalAnswer>> answers, Direction direction, Spread spread) {
        List<Series<SignalAnswer>> defined =
                answers.stream()
                        .filter(each -> isDefined(each.values().snapshot(), direction, spread))
                        .toList();
        int depth =
                answers.stream()
                        .mapToInt(each -> each.values().snapshot().layers().size())
                        .max()
                        .orElse(1);
        List<Series<Curve>> curves =
                defined.stream()
                        .map(each -> each.map(answer -> curve(answer, direction, spread)))
                        .toList();
        LineView view =
                switch (direction) {
                    case FORWARD -> LineView.of(spread.label(), Stops.layers(depth), curves);
                    case BACKWARD ->
                            LineView.of(spread.label(), layers(depth), curves)
                                    .withDirection(Direction.BACKWARD);
                };
        return view.withEvents(
                        defined.stream()
                                .filter(each -> each.role() == Series.Role.LIVE)
                                .flatMap(each ->
                                        SignalEvents.of(each.values().snapshot(), direction)
                                                .stream())
                                .toList())
                .withNote(defined.isEmpty() ? note(answers, direction) : "");
    }

    private static Stops layers(int depth) {
        return new Stops("Layer", "", IntStream.rangeClosed(1, depth).boxed().toList());
    }

    /// One sample has no std of a unit across samples.
    private static boolean isDefined(Snapshot answer, Direction direction, Spread spread) {
        return answer.has(direction)
                && switch (spread) {
                    case STD, RMS -> true;
                    case PER_UNIT_STD -> answer.samples() > 1;
                };
    }

    private static String note(List<Series<SignalAnswer>> answers, Direction direction) {
        boolean goBack = answers.stream().anyMatch(each -> each.values().snapshot().hasGradients());
        return direction == Direction.FORWARD || goBack
                ? "One sample has no std across samples."
                : "No gradients were computed.";
    }

    private static Curve curve(SignalAnswer answer, Direction direction, Spread spread) {
        Curve values =
                Curve.of(
                        switch (direction) {
                            case FORWARD -> forward(answer.snapshot(), spread);
                            case BACKWARD ->
                                    values(
                                            answer.snapshot(),
                                            Quantity.PRE_ACTIVATION_GRADIENT,
                                            spread);
                        });
        Curve measured =
                aside(answer.snapshot().experiment(), direction)
                        .map(values::withAside)
                        .orElse(values);
        Curve predicted =
                answer.curves()
                        .map(theory ->
                                new TheoryCurves(theory, answer.snapshot().experiment())
                                        .beside(measured, direction, spread))
                        .orElse(measured);
        return answer.draws().areSeveral()
                ? predicted.withDraws(
                        answer.draws().done().stream()
                                .map(draw -> draw.spreads(direction, spread))
                                .toList())
                : predicted;
    }

    /// Layers inside of branches are no part of the stream that the curve follows.
    private static Optional<Curve.Aside> aside(Experiment experiment, Direction direction) {
        int first =
                switch (direction) {
                    case FORWARD -> 0;
                    case BACKWARD -> 1;
                };
        Set<Integer> places =
                experiment.layersInsideBranches().stream()
                        .map(layer -> layer - first)
                        .collect(Collectors.toSet());
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new Curve.Aside("inside a branch", places));
    }

    private static List<Double> forward(Snapshot answer, Spread spread) {
        return Stream.concat(
                        Stream.of(spread.of(answer.input())),
                        values(answer, Quantity.ACTIVATION, spread).stream())
                .toList();
    }

    private static List<Double> values(Snapshot answer, Quantity quantity, Spread spread) {
        return answer.layers().stream().map(layer -> spread.of(layer.of(quantity))).toList();
    }
}
