package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// The engine's settings that a command line asks for.
final class ChosenSettings {
    private ChosenSettings() {}

    /// @param standard what holds where nothing is said
    /// @param parsed the program, and the command if there is one: an option may stand after each
    /// @throws Refusal in one sentence, if there are none
    static EngineSettings of(EngineSettings standard, List<ParseResult> parsed) {
        EngineSettings settings = standard;
        for (Option<EngineSettings, ?> option : EngineOptions.ALL) {
            List<String> values =
                    parsed.stream()
                            .filter(each -> each.hasMatchedOption(option.flag()))
                            .map(each -> each.matchedOptionValue(option.flag(), ""))
                            .toList();
            if (values.size() > 1) {
                throw new Refusal("%s is given twice; give it once".formatted(option.flag()));
            }
            for (String value : values) {
                settings = option.read(settings, value);
            }
        }
        return settings;
    }
}
