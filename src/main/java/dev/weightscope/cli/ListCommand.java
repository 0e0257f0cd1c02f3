package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Keyed;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Prints a catalogue.
record ListCommand(PrintStream out) implements Command {
    /// Key, label and what they stand for: a formula, a range, a preset's options. The rest is for
    /// JSON.
    private static final int COLUMNS = 3;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public CommandSpec spec() {
        return Specs.command("Print the words that options take, and what each stands for.")
                .addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel(Specs.keys(Catalogue.values()))
                                .description("What to list.")
                                .type(String.class)
                                .required(true)
                                .arity("1")
                                .build())
                .addOption(Specs.flag(Specs.JSON, "Print a JSON array instead."));
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) {
        Catalogue catalogue =
                Keyed.find("list", Catalogue.values(), parsed.matchedPositionalValue(0, ""));
        List<SequencedMap<String, String>> entries = catalogue.entries();
        if (parsed.hasMatchedOption(Specs.JSON)) {
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
