package dev.weightscope.cli;

import dev.weightscope.model.Refusal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What a command prints: text for people, or the same for programs.
enum OutputForm {
    TEXT,
    CSV,
    JSON;

    private static final String CSV_OPTION = "--csv";

    /// @param spec modified
    static void add(CommandSpec spec) {
        spec.addOption(Specs.flag(Specs.JSON, "Print one JSON object instead."))
                .addOption(Specs.flag(CSV_OPTION, "Print the same as a table with commas."));
    }

    /// @throws Refusal if two are asked for
    static OutputForm of(ParseResult parsed) {
        boolean json = parsed.hasMatchedOption(Specs.JSON);
        boolean csv = parsed.hasMatchedOption(CSV_OPTION);
        if (json && csv) {
            throw new Refusal("--json and --csv contradict each other; give one");
        }
        return json ? JSON : csv ? CSV : TEXT;
    }
}
