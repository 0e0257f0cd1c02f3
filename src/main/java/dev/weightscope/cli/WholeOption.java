package dev.weightscope.cli;

import dev.weightscope.model.InvalidExperimentException;
import picocli.CommandLine.ParseResult;

/// Options whose value is a whole number.
final class WholeOption {
    private WholeOption() {}

    /// @param standard where the option is not given
    /// @throws InvalidExperimentException if what is given is no whole number within the bounds
    static int read(ParseResult parsed, String option, int standard, int low, int high) {
        String text = parsed.matchedOptionValue(option, Integer.toString(standard));
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new InvalidExperimentException(
                "%s \"%s\" is not a whole number within %d..%d"
                        .formatted(option.substring(2), text, low, high));
    }
}
