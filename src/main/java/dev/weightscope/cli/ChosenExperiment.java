package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.Options;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/// The experiment that a command line asks for.
///
/// @param preset that it starts from
record ChosenExperiment(Experiment experiment, Optional<Preset> preset) {
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is none
    static ChosenExperiment of(ParseResult parsed) {
        return of(parsed, ExperimentOptions.ALL);
    }

    /// As above, for a command of a lab: an option of the same name is the lab's.
    static ChosenExperiment of(ParseResult parsed, Lab<?, ?> lab) {
        Set<String> taken = lab.options().flags();
        return of(
                parsed,
                new Options<>(
                        Experiment.DEFAULT,
                        ExperimentOptions.ALL.list().stream()
                                .filter(option -> !taken.contains(option.flag()))
                                .toList()));
    }

    private static ChosenExperiment of(ParseResult parsed, Options<Experiment> options) {
        Optional<Preset> preset =
                Optional.<String>ofNullable(parsed.matchedOptionValue(Specs.PRESET, null))
                        .map(Presets::find);
        return new ChosenExperiment(
                ExperimentText.apply(
                        preset.map(Preset::experiment).orElse(Experiment.DEFAULT),
                        GivenOptions.of(options, parsed)),
                preset);
    }

    /// What its preset sets beside it.
    List<Preset.Compared> compared() {
        return preset.map(Preset::compared).orElse(List.of());
    }

    /// The settings of a lab that were typed; what was not is as in the preset, if that is for the
    /// lab, or else as in the defaults.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if there are none
    <S> S settings(Lab<S, ?> lab, ParseResult parsed) {
        return GivenOptions.settings(
                preset.flatMap(each -> each.options(lab.key()))
                        .map(lab.saved()::parse)
                        .map(lab.options()::withDefaults)
                        .orElse(lab.options()),
                parsed);
    }
}
