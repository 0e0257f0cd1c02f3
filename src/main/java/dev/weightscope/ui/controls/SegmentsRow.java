package dev.weightscope.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import org.controlsfx.control.SegmentedButton;

/// A name and a row of joined buttons of which one is chosen.
public final class SegmentsRow extends FormRow {
    /// As [Segments#of].
    public <T> SegmentsRow(
            String name,
            List<T> values,
            ObjectProperty<T> chosen,
            Function<T, Segments.Name> names) {
        SegmentedButton segments = Segments.of(values, chosen, names);
        add(label(name, segments), 0, 0);
        add(segments, 1, 0, 2, 1);
    }
}
