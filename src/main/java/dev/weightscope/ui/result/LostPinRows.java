package dev.weightscope.ui.result;

import dev.weightscope.session.LostPin;
import dev.weightscope.ui.state.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of pins that cannot be made now, each the same as long as its pin is lost.
public final class LostPinRows {
    private final Session session;
    private final Map<LostPin, LostPinRow> rows = new HashMap<>();

    public LostPinRows(Session session) {
        this.session = session;
    }

    /// Those of now.
    public List<LostPinRow> now() {
        List<LostPin> lost = session.pins().lost();
        rows.keySet().retainAll(lost);
        return lost.stream()
                .map(each ->
                        rows.computeIfAbsent(
                                each, made -> new LostPinRow(made, () -> session.remove(made))))
                .toList();
    }
}
