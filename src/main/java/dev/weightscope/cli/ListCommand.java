package dev.weightscope.cli;

import dev.weightscope.model.Keyed;
import java.io.PrintStream;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Prints a catalogue.
record ListCommand(PrintStream out) {
    /// Key, label and formula (of a preset: its options); the rest is for JSON.
    private static final int COLUMNS = 3;

    void execute(ParseResult parsed) {
        Catalogue catalogue =
                Keyed.find("list", Catalogue.values(), parsed.matchedPositionalValue(0, ""));
        List<SequencedMap<String, String>> entries = catalogue.entries();
        if (parsed.hasMatchedOption(CommandSpecs.JSON)) {
            out.println(new JsonMapper().writeValueAsString(entries));
        } else {
            out.print(
                    TextTable.format(
                            TextTable.Alignment.LEFT,
                            entries.stream()
                                    .map(each -> each.values().stream().limit(COLUMNS).toList())
                                    .toList()));
        }
    }
}
