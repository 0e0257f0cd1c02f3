package dev.weightscope.signal;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.util.List;
import java.util.stream.Stream;

/// How far the activations of each layer are spread, for several settings.
public final class DepthCurves {
    private DepthCurves() {}

    /// A curve for each answer, from the input to the last layer, and the events of the live one.
    ///
    /// @param answers from the back to the front; at least one
    public static LineView of(List<Series<Snapshot>> answers, Spread spread) {
        List<Series<Snapshot>> defined =
                answers.stream().filter(each -> isDefined(each.values(), spread)).toList();
        int depth =
                answers.stream().mapToInt(each -> each.values().layers().size()).max().orElse(1);
        return LineView.of(
                        spread.label(),
                        Stops.layers(depth),
                        defined.stream()
                                .map(each ->
                                        each.<Curve>map(answer -> Curve.of(values(answer, spread))))
                                .toList())
                .withEvents(
                        defined.stream()
                                .filter(each -> each.role() == Series.Role.LIVE)
                                .flatMap(each -> SignalEvents.of(each.values()).stream())
                                .toList())
                .withNote(defined.isEmpty() ? "One sample has no std across samples." : "");
    }

    /// One sample has no std of a unit across samples.
    private static boolean isDefined(Snapshot answer, Spread spread) {
        return switch (spread) {
            case STD, RMS -> true;
            case PER_UNIT_STD -> answer.samples() > 1;
        };
    }

    private static List<Double> values(Snapshot answer, Spread spread) {
        return Stream.concat(
                        Stream.of(answer.input()),
                        answer.layers().stream().map(layer -> layer.activation()))
                .map(spread::of)
                .toList();
    }
}
