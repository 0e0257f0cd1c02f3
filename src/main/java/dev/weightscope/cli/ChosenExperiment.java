package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The experiment that a command line asks for.
///
/// @param compared what its preset sets beside it
record ChosenExperiment(Experiment experiment, List<Preset.Compared> compared) {
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is none
    static ChosenExperiment of(ParseResult parsed) {
        Optional<Preset> preset =
                Optional.<String>ofNullable(parsed.matchedOptionValue(Specs.PRESET, null))
                        .map(Presets::find);
        return new ChosenExperiment(
                ExperimentText.apply(
                        preset.map(Preset::experiment).orElse(Experiment.DEFAULT),
                        GivenOptions.of(ExperimentOptions.ALL, parsed)),
                preset.map(Preset::compared).orElse(List.of()));
    }
}
