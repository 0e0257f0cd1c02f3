package dev.weightscope.cli;

import dev.weightscope.model.Keyed;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Prints a catalogue.
record ListCommand(PrintStream out) {
    /// Key, label and what they stand for: a formula, a range, a preset's options. The rest is for
    /// JSON.
    private static final int COLUMNS = 3;

    void execute(ParseResult parsed) {
        Catalogue catalogue =
                Keyed.find("list", Catalogue.values(), parsed.matchedPositionalValue(0, ""));
        List<SequencedMap<String, String>> entries = catalogue.entries();
        if (parsed.hasMatchedOption(CommandSpecs.JSON)) {
            out.println(new JsonMapper().writeValueAsString(entries));
        } else {
            out.print(TextTable.format(TextTable.Alignment.LEFT, rows(entries)));
        }
    }

    /// Number formats are called what their keys are: one of two equal columns is left out.
    private static List<List<String>> rows(List<SequencedMap<String, String>> entries) {
        boolean isLabelled =
                entries.stream()
                        .anyMatch(each ->
                                !Objects.equals(
                                        each.get(Catalogue.KEY), each.get(Catalogue.LABEL)));
        return entries.stream()
                .map(each ->
                        each.entrySet().stream()
                                .limit(COLUMNS)
                                .filter(field ->
                                        isLabelled || !field.getKey().equals(Catalogue.LABEL))
                                .map(Map.Entry::getValue)
                                .toList())
                .toList();
    }
}
