package dev.weightscope.chart.line;

import dev.weightscope.chart.Curve;
import dev.weightscope.model.Spread;
import java.util.List;

/// How far the activations of each layer are spread, for several settings.
public record DepthView(List<Curve> curves, Spread spread) {
    public DepthView {
        curves = List.copyOf(curves);
    }

    /// The depth of the deepest; 1 where there is none.
    public int depth() {
        return curves.stream()
                .mapToInt(curve -> curve.snapshot().experiment().depth())
                .max()
                .orElse(1);
    }

    /// The spread of a layer's activations; layer 0 is the input.
    public double value(Curve curve, int layer) {
        return spread.of(
                layer == 0 ? curve.snapshot().input() : curve.snapshot().layer(layer).activation());
    }
}
