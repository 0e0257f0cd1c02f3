package dev.weightscope.arguments;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.Optional;

/// How many layers there are and how wide they are.
public final class WidthOptions {
    /// Deeper networks can be typed; a slider to 1000 would leave no room for the usual ones.
    private static final double DEEPEST_TO_DRAG = 200;

    public static final Option<Experiment, Long> DEPTH =
            Option.partial(
                    "depth",
                    "Depth",
                    "Layers.",
                    new WholeNumber(1, LayerWidths.MAX_DEPTH, SliderRange.log(1, DEEPEST_TO_DRAG)),
                    (e, depth) -> e.withDepth(depth.intValue()),
                    e -> same(e).map(same -> (long) same.depth()));

    public static final Option<Experiment, Long> WIDTH =
            Option.partial(
                    "width",
                    "Width",
                    "Units of every layer; inputs too, unless they come from a file.",
                    new WholeNumber(
                            1, LayerWidths.MAX_WIDTH, SliderRange.log(1, LayerWidths.MAX_WIDTH)),
                    (e, width) -> e.withWidth(width.intValue()),
                    e -> same(e).map(same -> (long) same.width()));

    /// Widths that follow from a file of weights are no setting.
    public static final Option<Experiment, LayerWidths.Listed> WIDTHS =
            Option.<Experiment, LayerWidths.Listed>partial(
                            "widths",
                            "Widths",
                            "Width of the input, then of each layer; instead of --depth and"
                                    + " --width.",
                            ExperimentCodecs.WIDTHS,
                            Experiment::withWidths,
                            e -> listed(e))
                    .insteadOf(List.of(DEPTH, WIDTH));

    static final List<Option<Experiment, ?>> ALL = List.of(WIDTHS, DEPTH, WIDTH);

    private WidthOptions() {}

    /// The widths, if one width holds for all layers.
    private static Optional<LayerWidths.Same> same(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Same same
                ? Optional.of(same)
                : Optional.empty();
    }

    private static Optional<LayerWidths.Listed> listed(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Listed listed
                        && !(experiment.initializer() instanceof LoadedWeights)
                ? Optional.of(listed)
                : Optional.empty();
    }
}
