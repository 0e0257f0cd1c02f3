package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.MadeRows;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Spread;
import dev.weightscope.theory.LayerTheory;
import java.util.Arrays;
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

    /// The rows are made when they are asked for: many draws of a deep network have hundreds of
    /// thousands.
    static Table<?> of(SignalAnswer answer) {
        List<Block> blocks =
                Arrays.stream(Direction.values())
                        .filter(answer.snapshot()::has)
                        .map(each -> new Block(answer, each))
                        .toList();
        int forward = blocks.getFirst().count();
        return new Table<>(
                COLUMNS,
                new MadeRows<>(
                        blocks.stream().mapToInt(Block::count).sum(),
                        place ->
                                place < forward
                                        ? blocks.getFirst().point(place)
                                        : blocks.getLast().point(place - forward)));
    }

    /// The points of one way: spread by spread, in each draw by draw, in each layer by layer.
    private record Block(SignalAnswer answer, Direction direction) {
        private static final List<Spread> SPREADS = List.of(Spread.values());

        /// Forward there is the input too.
        private int layers() {
            return answer.snapshot().layers().size() + (direction == Direction.FORWARD ? 1 : 0);
        }

        private int draws() {
            return answer.draws().done().size();
        }

        int count() {
            return SPREADS.size() * draws() * layers();
        }

        Point point(int place) {
            int curve = place / layers();
            int layer = place % layers() + (direction == Direction.FORWARD ? 0 : 1);
            Draw draw = answer.draws().done().get(curve % draws());
            Spread spread = SPREADS.get(curve / draws());
            Optional<LayerTheory> theory =
                    layer == 0
                            ? Optional.empty()
                            : answer.curves().map(each -> each.layers().get(layer - 1));
            LayerTheory.Band band =
                    spread == Spread.RMS
                            ? theory.map(each -> TheoryCurves.band(each, direction))
                                    .orElse(TheoryCurves.NO_BAND)
                            : TheoryCurves.NO_BAND;
            return new Point(
                    direction,
                    spread,
                    layer,
                    curve % draws() + 1,
                    draw.layer(layer, direction).of(spread),
                    theory.map(each -> TheoryCurves.value(each, direction, spread))
                            .orElse(Double.NaN),
                    band.low(),
                    band.high(),
                    draw.seed());
        }
    }

    private static Value.Cell number(double number) {
        return Double.isNaN(number) ? new Value.Missing() : new Value.Real(number);
    }
}
