package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import dev.weightscope.preset.Preset;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The settings that are compared with an experiment, as the window's pins.
final class PinOptions {
    static final String PIN = "--pin";

    private PinOptions() {}

    /// @param spec modified
    static void add(CommandSpec spec) {
        if (spec.optionsMap().containsKey(PIN)) {
            return;
        }
        spec.addOption(
                OptionSpec.builder(PIN)
                        .type(String[].class)
                        .arity("1")
                        .paramLabel("OPTIONS")
                        .description(
                                "Compare with another setting: this one, changed by options of an"
                                        + " experiment in quotation marks. Up to "
                                        + Pins.MAX
                                        + " times.")
                        .build());
    }

    /// The companions of the preset, which read data as the experiment does.
    static Pins ofPreset(ChosenExperiment chosen) {
        Pins pins = Pins.NONE;
        for (Preset.Compared each : chosen.compared()) {
            Experiment companion = each.experiment().withReading(chosen.experiment().reading());
            if (pins.find(companion).isEmpty() && !pins.isFull()) {
                pins = pins.with(each.label(), Pin.Origin.PRESET, companion);
            }
        }
        return pins;
    }

    /// The companions of the preset, then what was typed.
    ///
    /// @throws Refusal in one sentence, if a setting cannot be made, or there are too many
    static Pins of(ParseResult parsed, ChosenExperiment chosen) {
        Pins pins = ofPreset(chosen);
        if (parsed.hasMatchedOption(PIN)) {
            for (String text : parsed.matchedOptionValue(PIN, new String[0])) {
                pins = with(pins, chosen.experiment(), text);
            }
        }
        return pins;
    }

    private static Pins with(Pins pins, Experiment live, String text) {
        Experiment experiment =
                ExperimentText.apply(live, new SettingsText<>(ExperimentOptions.ALL).values(text));
        if (experiment.equals(live) || pins.find(experiment).isPresent()) {
            throw new Refusal(
                    "pin %s is a setting that is compared already; change it or leave it out"
                            .formatted(Quoted.of(text)));
        }
        return pins.with(null, Pin.Origin.PERSON, experiment);
    }
}
