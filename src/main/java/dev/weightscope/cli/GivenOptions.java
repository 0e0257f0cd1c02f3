package dev.weightscope.cli;

import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// The options that were typed.
final class GivenOptions {
    private GivenOptions() {}

    /// The texts of those of `options` that were typed.
    static <S> Map<Option<S, ?>, String> of(Options<S> options, ParseResult parsed) {
        Map<Option<S, ?>, String> values = new LinkedHashMap<>();
        for (Option<S, ?> option : options.list()) {
            if (parsed.hasMatchedOption(option.flag())) {
                values.put(
                        option,
                        option.codec() instanceof Flag
                                ? Flag.ON
                                : parsed.matchedOptionValue(option.flag(), ""));
            }
        }
        return values;
    }

    /// The settings that were typed; what was not is as in the defaults.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if there are none
    static <S> S settings(Options<S> options, ParseResult parsed) {
        return new SettingsText<>(options).apply(options.defaults(), of(options, parsed));
    }
}
