package dev.weightscope.phase;

import dev.weightscope.option.Codec;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.TextCodec;
import java.util.ArrayList;
import java.util.List;

/// The options of [PhaseSettings].
final class PhaseOptions {
    private static final TextCodec<GridAxis> AXIS =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "LOW,HIGH,N",
                    List.of(),
                    List.of("0,4,9", "0.5,3,6", "0,0.3,5"),
                    AxisText::parse,
                    AxisText::of);

    /// Of the map, whether networks are trained or not.
    static final List<Option<PhaseSettings, ?>> OF_THE_MAP =
            List.of(
                    Option.of(
                            "what",
                            "Shows",
                            "What the map shows: χ₁ of gradients, the correlation's depth"
                                    + " scale ξ in layers, the variance q* where signals end,"
                                    + " or the depth that trains, 6 ξ.",
                            OneOf.of(PhaseQuantity.values()),
                            PhaseSettings::withQuantity,
                            PhaseSettings::quantity),
                    Option.of(
                            "sigma-w2",
                            "σ_w²",
                            "The weight variances of the map, fan_in·Var(W) with the gain"
                                    + " in it: from, to, and how many.",
                            AXIS,
                            PhaseSettings::withWeights,
                            PhaseSettings::weights),
                    Option.of(
                            "sigma-b2",
                            "σ_b²",
                            "The bias variances of the map: from, to, and how many.",
                            AXIS,
                            PhaseSettings::withBiases,
                            PhaseSettings::biases));

    static final Options<PhaseSettings> ALL = new Options<>(PhaseSettings.DEFAULT, all());

    private PhaseOptions() {}

    private static List<Option<PhaseSettings, ?>> all() {
        List<Option<PhaseSettings, ?>> all = new ArrayList<>(OF_THE_MAP);
        all.add(TrainabilityOptions.MEASURED);
        all.addAll(TrainabilityOptions.OTHERS);
        return all;
    }
}
