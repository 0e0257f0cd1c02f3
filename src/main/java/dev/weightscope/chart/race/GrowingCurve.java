package dev.weightscope.chart.race;

import dev.weightscope.chart.line.Curve;
import dev.weightscope.model.Quantiles;
import java.util.ArrayList;
import java.util.List;

/// The curve of a figure whose draws grow: what was found of a step is kept, since it stays. For
/// use by one thread at a time.
public final class GrowingCurve {
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private final List<Integer> steps;
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> low = new ArrayList<>();
    private final List<Double> high = new ArrayList<>();
    private final List<List<Double>> draws = new ArrayList<>();

    /// @param steps of the axis, ascending
    public GrowingCurve(List<Integer> steps) {
        this.steps = List.copyOf(steps);
    }

    /// The same lines with their curve at hand.
    ///
    /// @param lines of the same draws as before, none of which is shorter
    public Lines follow(Lines lines) {
        return lines.length() == 0 ? lines : lines.withDrawn(new Lines.Drawn(steps, curve(lines)));
    }

    /// The median with what it is worth: the middle 80 % of many draws, or each of a few.
    Curve curve(Lines lines) {
        int length = lines.length();
        for (int place = medians.size();
                place < steps.size() && steps.get(place) < length;
                place++) {
            add(lines.values(steps.get(place)));
        }
        Curve curve = Curve.of(medians);
        int count = lines.draws().size();
        if (count >= Lines.MANY) {
            String caption = "80 % of " + count + " draws";
            return curve.withBand(new Curve.Band(Curve.Band.Source.MEASURED, caption, low, high));
        }
        return count == 1 ? curve : curve.withDraws(draws);
    }

    /// @param values of all draws at the next step of the axis
    private void add(double[] values) {
        if (values.length < Lines.MANY) {
            for (int draw = 0; draw < values.length; draw++) {
                if (draws.size() == draw) {
                    draws.add(new ArrayList<>());
                }
                draws.get(draw).add(values[draw]);
            }
        } else {
            low.add(Quantiles.of(values, LOW));
            high.add(Quantiles.of(values, HIGH));
        }
        medians.add(Quantiles.median(values));
    }
}
