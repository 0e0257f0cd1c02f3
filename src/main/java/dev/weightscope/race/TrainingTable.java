package dev.weightscope.race;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.MadeRows;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.training.Curve;
import dev.weightscope.training.Ending;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.RunState;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The tables of an answer.
final class TrainingTable {
    private record Draw(int draw, RunState run) {}

    private record Point(int draw, RunState run, int step) {}

    private record LayerPoint(LayerCurves layer, int number, int step) {}

    private static final List<Column<Draw>> DRAWS =
            List.of(
                    Column.whole("draw", Draw::draw),
                    Column.whole("seed", draw -> draw.run().experiment().seed()),
                    new Column<>("goalStep", draw -> Value.of(draw.run().goalStep())),
                    Column.whole("steps", draw -> draw.run().steps()),
                    new Column<>("loss", draw -> last(draw.run().loss())),
                    new Column<>("accuracy", draw -> last(draw.run().accuracy())),
                    new Column<>("testLoss", draw -> last(draw.run().testLoss())),
                    new Column<>("testAccuracy", draw -> last(draw.run().testAccuracy())),
                    Column.text("ended", draw -> word(draw.run().ending())),
                    new Column<>("hash", draw -> hash(draw.run())));

    private static final List<Column<Point>> CURVES =
            List.of(
                    Column.whole("draw", Point::draw),
                    Column.whole("seed", point -> point.run().experiment().seed()),
                    Column.whole("step", Point::step),
                    column("loss", RunState::loss),
                    column("accuracy", RunState::accuracy),
                    column("testLoss", RunState::testLoss),
                    column("testAccuracy", RunState::testAccuracy));

    private static final List<Column<LayerPoint>> LAYERS =
            List.of(
                    Column.whole("layer", LayerPoint::number),
                    Column.whole("step", LayerPoint::step),
                    layer("activationStd", LayerCurves::activationStd),
                    layer("gradientStd", LayerCurves::gradientStd),
                    layer("weightRms", LayerCurves::weightRms),
                    layer("updateRatio", LayerCurves::updateRatio));

    private TrainingTable() {}

    /// A row a draw.
    static Table<?> draws(TrainingAnswer answer) {
        return new Table<>(
                DRAWS,
                IntStream.range(0, answer.draws().size())
                        .mapToObj(draw -> new Draw(draw + 1, answer.draws().get(draw)))
                        .toList());
    }

    /// A row a step of a draw, step 0 before the first.
    static Table<?> curves(TrainingAnswer answer) {
        int[] ends = new int[answer.draws().size()];
        int count = 0;
        for (int draw = 0; draw < ends.length; draw++) {
            count += answer.draws().get(draw).loss().length();
            ends[draw] = count;
        }
        return new Table<>(CURVES, new MadeRows<>(count, place -> point(answer, ends, place)));
    }

    private static Point point(TrainingAnswer answer, int[] ends, int place) {
        int draw = 0;
        while (place >= ends[draw]) {
            draw++;
        }
        int begin = draw == 0 ? 0 : ends[draw - 1];
        return new Point(draw + 1, answer.draws().get(draw), place - begin);
    }

    /// A row a step of a layer, of the first draw.
    static Table<?> layers(TrainingAnswer answer) {
        List<LayerCurves> layers = answer.first().layers();
        int steps = layers.isEmpty() ? 0 : layers.getFirst().activationStd().length();
        return new Table<>(
                LAYERS,
                new MadeRows<>(
                        layers.size() * steps,
                        place ->
                                new LayerPoint(
                                        layers.get(place / steps),
                                        place / steps + 1,
                                        place % steps)));
    }

    private static Column<Point> column(String name, Function<RunState, Curve> curve) {
        return new Column<>(name, point -> at(curve.apply(point.run()), point.step()));
    }

    private static Column<LayerPoint> layer(String name, Function<LayerCurves, Curve> curve) {
        return new Column<>(name, point -> at(curve.apply(point.layer()), point.step()));
    }

    private static Value.Cell at(Curve curve, int step) {
        return !curve.isEmpty() && step < curve.length()
                ? new Value.Real(curve.at(step))
                : new Value.Missing();
    }

    private static Value.Cell last(Curve curve) {
        return at(curve, curve.length() - 1);
    }

    private static Value.Cell hash(RunState run) {
        return run.atEnd()
                .<Value.Cell>map(end -> new Value.Text(end.hash()))
                .orElseGet(Value.Missing::new);
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case UNFINISHED -> "unfinished";
            case STEPS -> "complete";
            case GOAL -> "at goal";
            case DIVERGED -> "diverged";
            case STUCK -> "stuck";
        };
    }
}
