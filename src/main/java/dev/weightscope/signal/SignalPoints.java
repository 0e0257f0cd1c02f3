package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Spread;
import dev.weightscope.theory.LayerTheory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the curves by depth show, a row a point, as plotting libraries like it.
///
/// `direction` is `forward` or `backward`; `quantity` the spread of the activations, `std`, `rms`
/// or `per-unit-std`, or that of the gradients by the pre-activations; `layer` 0 is the input;
/// `draw` 1 is the experiment's own seed. Theory and the ends of its band, which holds 95 % of the
/// draws' RMS, are empty where they are not known.
final class SignalPoints {
    private static final List<Column<Point>> COLUMNS =
            List.of(
                    Column.text("direction", point -> point.direction().key()),
                    Column.text("quantity", point -> point.spread().key()),
                    Column.whole("layer", Point::layer),
                    Column.whole("draw", Point::draw),
                    Column.real("value", Point::value),
                    new Column<>("theory", point -> number(point.theory())),
                    new Column<>("bandLow", point -> number(point.low())),
                    new Column<>("bandHigh", point -> number(point.high())),
                    Column.whole("seed", Point::seed));

    private record Point(
            Direction direction,
            Spread spread,
            int layer,
            int draw,
            double value,
            double theory,
            double low,
            double high,
            long seed) {}

    private SignalPoints() {}

    static Table<?> of(SignalAnswer answer) {
        List<Point> points = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            if (direction == Direction.FORWARD || answer.snapshot().hasGradients()) {
                for (Spread spread : Spread.values()) {
                    add(answer, direction, spread, points);
                }
            }
        }
        return new Table<>(COLUMNS, points);
    }

    /// @param points modified: gets those of all layers and draws
    private static void add(
            SignalAnswer answer, Direction direction, Spread spread, List<Point> points) {
        List<Draw> draws = answer.draws().done();
        int first = direction == Direction.FORWARD ? 0 : 1;
        for (int draw = 0; draw < draws.size(); draw++) {
            List<Double> values = draws.get(draw).spreads(direction, spread);
            for (int i = 0; i < values.size(); i++) {
                int layer = first + i;
                Optional<LayerTheory> theory =
                        layer == 0
                                ? Optional.empty()
                                : answer.curves().map(each -> each.layers().get(layer - 1));
                LayerTheory.Band band =
                        spread == Spread.RMS
                                ? theory.map(each -> TheoryCurves.band(each, direction))
                                        .orElse(TheoryCurves.NO_BAND)
                                : TheoryCurves.NO_BAND;
                points.add(
                        new Point(
                                direction,
                                spread,
                                layer,
                                draw + 1,
                                values.get(i),
                                theory.map(each -> TheoryCurves.value(each, direction, spread))
                                        .orElse(Double.NaN),
                                band.low(),
                                band.high(),
                                draws.get(draw).seed()));
            }
        }
    }

    private static Value.Cell number(double number) {
        return Double.isNaN(number) ? new Value.Missing() : new Value.Real(number);
    }
}
