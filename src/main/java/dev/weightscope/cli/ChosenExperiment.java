package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentOption;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The experiment that a command line asks for.
///
/// @param compared what its preset sets beside it
record ChosenExperiment(Experiment experiment, List<Preset.Compared> compared) {
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is none
    static ChosenExperiment of(ParseResult parsed) {
        Optional<Preset> preset =
                Optional.<String>ofNullable(parsed.matchedOptionValue(CommandSpecs.PRESET, null))
                        .map(Presets::find);
        Map<ExperimentOption, String> values = new EnumMap<>(ExperimentOption.class);
        for (ExperimentOption option : ExperimentOption.values()) {
            if (parsed.hasMatchedOption(option.flag())) {
                values.put(option, parsed.matchedOptionValue(option.flag(), ""));
            }
        }
        return new ChosenExperiment(
                ExperimentText.apply(
                        preset.map(Preset::experiment).orElse(Experiment.DEFAULT), values),
                preset.map(Preset::compared).orElse(List.of()));
    }
}
