package dev.weightscope.chart.race;

import dev.weightscope.chart.line.Curve;
import dev.weightscope.model.Quantiles;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// A figure of a run, step by step, for each of its draws.
///
/// A draw that has ended keeps its last value, so that a median does not jump where one ends.
///
/// @param draws at least one
/// @param before what was there before what the run is asked now; empty for nothing
/// @param drawn its curve over an axis, where somebody has found it already
public record Lines(List<Line> draws, Optional<Lines> before, Optional<Drawn> drawn) {
    /// From so many draws on the middle ones are a band; fewer are lines.
    public static final int MANY = 10;

    public Lines {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("a run needs a draw");
        }
    }

    public Lines(List<Line> draws) {
        this(draws, Optional.empty(), Optional.empty());
    }

    /// A curve of these lines.
    ///
    /// @param steps of its axis
    public record Drawn(List<Integer> steps, Curve curve) {
        public Drawn {
            steps = List.copyOf(steps);
        }
    }

    Lines withDrawn(Drawn found) {
        return new Lines(draws, before, Optional.of(found));
    }

    /// With an older answer to the same run thin behind it.
    public Lines withBefore(Lines older) {
        return new Lines(draws, Optional.of(older), drawn);
    }

    /// A draw's values from step 0 on.
    ///
    /// @param length how many there are
    /// @param values by step
    /// @param hasEnded whether no more come: the last value stays
    public record Line(int length, IntToDoubleFunction values, boolean hasEnded) {
        /// @param values not copied: not to be modified
        public Line(double[] values, boolean hasEnded) {
            this(values.length, step -> values[step], hasEnded);
        }

        double at(int step) {
            return values.applyAsDouble(Math.min(step, length - 1));
        }
    }

    /// How many steps every draw that goes on knows, the start included; 0 where one knows none.
    public int length() {
        if (draws.stream().anyMatch(line -> line.length() == 0)) {
            return 0;
        }
        return draws.stream()
                .filter(line -> !line.hasEnded())
                .mapToInt(Line::length)
                .min()
                .orElseGet(() -> draws.stream().mapToInt(Line::length).max().orElseThrow());
    }

    /// The value of a draw at a step below [#length].
    public double at(int draw, int step) {
        return draws.get(draw).at(step);
    }

    /// The median of all draws at a step below [#length], as [Quantiles] has it.
    public double median(int step) {
        return Quantiles.median(values(step));
    }

    /// The median at the last step; NaN where there is none.
    public double lastMedian() {
        return length() == 0 ? Double.NaN : median(length() - 1);
    }

    /// Of all draws at a step below [#length].
    double[] values(int step) {
        return draws.stream().mapToDouble(line -> line.at(step)).toArray();
    }

    /// The median with what it is worth: the middle 80 % of many draws, or each of a few.
    ///
    /// @param steps of the axis, ascending; those from [#length] on, which is not 0, are left out
    public Curve curve(List<Integer> steps) {
        Curve curve =
                drawn.filter(each -> each.steps().equals(steps))
                        .map(Drawn::curve)
                        .orElseGet(() -> new GrowingCurve(steps).curve(this));
        return before.map(older -> curve.withBehind(older.curve(steps).measured())).orElse(curve);
    }
}
