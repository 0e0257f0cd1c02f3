package dev.weightscope.signal;

import dev.weightscope.chart.line.Event;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The layers where values overflow or vanish for the first time.
final class SignalEvents {
    private SignalEvents() {}

    /// Overflows are named at the foot, since the curve is high there; zeros at the head; and
    /// flushed values at the foot before their layer, from which the curve comes down.
    static List<Event> of(Snapshot snapshot) {
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
        OptionalInt zeros = snapshot.firstAllZeroLayer();
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

    private static Event event(int layer, String what, Event.Edge edge, Event.Side side) {
        return new Event(layer, what + " from layer " + layer, edge, side);
    }
}
