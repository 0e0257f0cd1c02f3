package dev.weightscope.signal;

import dev.weightscope.chart.line.Event;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// The layers where values overflow or vanish for the first time.
final class SignalEvents {
    private SignalEvents() {}

    static List<Event> of(Snapshot snapshot, Direction direction) {
        return switch (direction) {
            case FORWARD -> forward(snapshot);
            case BACKWARD -> backward(snapshot);
        };
    }

    /// Overflows are named at the foot, since the curve is high there; zeros at the head; and
    /// flushed values at the foot before their layer, from which the curve comes down.
    private static List<Event> forward(Snapshot snapshot) {
        List<Event> events = new ArrayList<>();
        NumberFormat format = snapshot.experiment().format();
        OptionalInt overflow = snapshot.firstOverflowLayer();
        String overflows =
                format == NumberFormat.FLOAT32 ? "values overflow" : format.label() + " overflows";
        overflow.ifPresent(
                layer -> events.add(event(layer, overflows, Event.Edge.FOOT, Event.Side.AFTER)));
        OptionalInt squares = snapshot.firstSquareOverflowLayer();
        if (!squares.equals(overflow)) {
            squares.ifPresent(layer ->
                    events.add(
                            event(layer, "squares overflow", Event.Edge.FOOT, Event.Side.AFTER)));
        }
        OptionalInt zeros = snapshot.firstAllZeroStreamLayer();
        OptionalInt flushed = snapshot.firstFlushedLayer();
        if (!flushed.equals(zeros)) {
            String flushes = format.label() + " flushes";
            flushed.ifPresent(
                    layer -> events.add(event(layer, flushes, Event.Edge.FOOT, Event.Side.BEFORE)));
        }
        zeros.ifPresent(
                layer -> events.add(event(layer, "all zero", Event.Edge.HEAD, Event.Side.AFTER)));
        return events;
    }

    /// A gradient comes from the right: names stand there, where its curve still is.
    private static List<Event> backward(Snapshot snapshot) {
        List<Event> events = new ArrayList<>();
        snapshot.lastLayerOfGradientNotFinite()
                .ifPresent(layer ->
                        events.add(
                                new Event(
                                        layer,
                                        snapshot.gradientOverflows()
                                                ? "gradients overflow at layer " + layer
                                                : "NaN: activations not finite",
                                        Event.Edge.FOOT,
                                        Event.Side.BEFORE)));
        last(snapshot, TensorStatistics::allZero)
                .ifPresent(layer ->
                        events.add(
                                new Event(
                                        layer,
                                        "all zero at layer " + layer,
                                        Event.Edge.HEAD,
                                        Event.Side.BEFORE)));
        return events;
    }

    private static OptionalInt last(Snapshot snapshot, Predicate<TensorStatistics> condition) {
        return snapshot.layers().stream()
                .filter(layer -> condition.test(layer.of(Quantity.PRE_ACTIVATION_GRADIENT)))
                .mapToInt(LayerStatistics::layer)
                .max();
    }

    private static Event event(int layer, String what, Event.Edge edge, Event.Side side) {
        return new Event(layer, what + " from layer " + layer, edge, side);
    }
}
