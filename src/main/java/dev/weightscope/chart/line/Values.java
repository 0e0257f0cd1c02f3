package dev.weightscope.chart.line;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.util.List;
import java.util.Optional;

/// The axis of values.
///
/// @param frame what it spans; empty for all values. A curve that ends beyond it leaves a mark with
///   its value there
/// @param guides values that are marked on it; those beyond a frame are not shown
public record Values(ValueScale scale, Optional<Range> frame, List<Guide> guides) {
    /// Logarithmic, around all values.
    public static final Values LOG = of(ValueScale.LOG);

    public Values {
        guides = List.copyOf(guides);
    }

    /// Around all values.
    public static Values of(ValueScale scale) {
        return new Values(scale, Optional.empty(), List.of());
    }

    public Values withFrame(Range range) {
        return new Values(scale, Optional.of(range), guides);
    }

    public Values withGuides(List<Guide> marked) {
        return new Values(scale, frame, marked);
    }
}
