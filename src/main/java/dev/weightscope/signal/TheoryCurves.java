package dev.weightscope.signal;

import dev.weightscope.chart.line.Curve;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Spread;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.theory.TheoryAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What theory says, as it stands beside what was measured.
record TheoryCurves(TheoryAnswer.Known theory, Experiment experiment) {
    static final LayerTheory.Band NO_BAND = new LayerTheory.Band(Double.NaN, Double.NaN);

    /// What is predicted of a layer; NaN of the std of a unit across samples, of which nothing is.
    /// A gradient has mean 0, as its cotangent has, so that its std is its RMS.
    static double value(LayerTheory layer, Direction direction, Spread spread) {
        return switch (spread) {
            case PER_UNIT_STD -> Double.NaN;
            case STD ->
                    switch (direction) {
                        case FORWARD -> layer.activationStd();
                        case BACKWARD -> layer.gradientRms();
                    };
            case RMS ->
                    switch (direction) {
                        case FORWARD -> layer.activationRms();
                        case BACKWARD -> layer.gradientRms();
                    };
        };
    }

    /// Where 95 % of draws of a layer's RMS lie.
    static LayerTheory.Band band(LayerTheory layer, Direction direction) {
        return switch (direction) {
            case FORWARD -> layer.band();
            case BACKWARD -> layer.gradientBand();
        };
    }

    /// The measured curve with theory, and with a band where it is known: that of the RMS.
    Curve beside(Curve measured, Direction direction, Spread spread) {
        if (spread == Spread.PER_UNIT_STD) {
            return measured;
        }
        Curve predicted =
                measured.withTheory(values(direction, layer -> value(layer, direction, spread)));
        List<Double> low = values(direction, layer -> band(layer, direction).low());
        return spread != Spread.RMS || low.stream().allMatch(end -> end.isNaN())
                ? predicted
                : predicted.withBand(
                        new Curve.Band(
                                caption(direction),
                                low,
                                values(direction, layer -> band(layer, direction).high())));
    }

    /// The backward one is rough, as [LayerTheory#gradientBand] says.
    private String caption(Direction direction) {
        String about =
                switch (direction) {
                    case FORWARD -> "";
                    case BACKWARD -> "about ";
                };
        if (experiment.initializer() instanceof LoadedWeights) {
            return about + "95 % of draws of these stds";
        }
        return switch (experiment.widths()) {
            case LayerWidths.Same(int _, int width) -> about + "95 % of draws at width " + width;
            case LayerWidths.Listed _ -> about + "95 % of draws at these widths";
        };
    }

    /// Theory says nothing of the input, where forward curves begin.
    private List<Double> values(Direction direction, ToDoubleFunction<LayerTheory> value) {
        List<Double> all = new ArrayList<>();
        if (direction == Direction.FORWARD) {
            all.add(Double.NaN);
        }
        theory.layers().forEach(layer -> all.add(value.applyAsDouble(layer)));
        return all;
    }
}
