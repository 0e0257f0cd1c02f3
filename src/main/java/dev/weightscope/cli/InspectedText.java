package dev.weightscope.cli;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.lab.Column;
import dev.weightscope.lab.TextTable;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.report.Declared;
import dev.weightscope.report.FileReport;
import dev.weightscope.report.Likeness;
import dev.weightscope.report.TensorColumns;
import dev.weightscope.report.TensorReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The tensors of a file as text, for people and for programs.
final class InspectedText {
    private static final int DIGITS = 4;

    /// Headers for people, where they are others than for programs.
    private static final Map<String, String> HEADERS =
            Map.of(
                    "dtype", "type",
                    "fanIn", "fan-in",
                    "fanOut", "fan-out",
                    "nan", "NaN",
                    "expectedStd", "expected");

    private InspectedText() {}

    /// What the file is, then a line for each tensor; foreign text is made harmless.
    static String table(FileReport file) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        TensorColumns.NUMBERS.forEach(
                each -> header.add(HEADERS.getOrDefault(each.name(), each.name())));
        header.addAll(List.of("std/expected", "looks like"));
        boolean areDeclared = file.tensors().stream().anyMatch(each -> each.declared().isPresent());
        if (areDeclared) {
            header.add(TensorColumns.DECLARED.name());
        }
        rows.add(header);
        for (TensorReport report : file.tensors()) {
            List<String> row = new ArrayList<>();
            TensorColumns.NUMBERS.forEach(each -> row.add(cell(each.of(report))));
            row.add(ratio(report));
            row.add(report.match().map(Likeness::line).orElse(""));
            if (areDeclared) {
                row.add(cell(TensorColumns.DECLARED.of(report)));
            }
            rows.add(row);
        }
        return "%s\n\n%s".formatted(title(file), TextTable.format(TextTable.Alignment.LEFT, rows));
    }

    /// `model.safetensors: safetensors, 12 tensors of 496266 numbers`
    static String title(FileReport file) {
        return "%s: %s, %s of %s"
                .formatted(
                        Quoted.path(file.source()),
                        file.format(),
                        Amounts.counted(file.tensors().size(), "tensor"),
                        Amounts.counted(file.numbers(), "number"));
    }

    private static String ratio(TensorReport report) {
        return report.survey()
                .map(TensorSurvey::std)
                .flatMap(std -> report.match().map(match -> std / match.expectedStd()))
                .map(ratio -> Numbers.significant(ratio, DIGITS))
                .orElse("");
    }

    /// Empty where nothing is told.
    static String cell(Value.Cell cell) {
        return switch (cell) {
            case Value.Text(String text) -> Quoted.value(text);
            case Value.Real(double number) -> Numbers.significant(number, DIGITS);
            case Value.Whole _, Value.Missing _ -> cell.text();
        };
    }

    /// One object on one line, without a line end behind it.
    static String json(FileReport file) {
        return new JsonMapper().writeValueAsString(members(file));
    }

    static SequencedMap<String, Object> members(FileReport file) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        members.put("file", file.source());
        members.put("format", file.format());
        members.put("metadata", file.metadata());
        members.put("tensors", file.tensors().stream().map(InspectedText::members).toList());
        return members;
    }

    private static SequencedMap<String, @Nullable Object> members(TensorReport report) {
        SequencedMap<String, @Nullable Object> members = members(TensorColumns.NUMBERS, report);
        members.put("shape", report.tensor().shape()); // in its place, as numbers
        members.put("law", match(report, LawMatch::law));
        members.put("laws", match(report, LawMembers::laws));
        members.put("nearest", match(report, LawMembers::nearest));
        members.put("declared", report.declared().map(InspectedText::members).orElse(null));
        return members;
    }

    private static SequencedMap<String, @Nullable Object> members(Declared declared) {
        SequencedMap<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("initializer", declared.initializer().name());
        members.put("settings", declared.initializer().settings());
        OptionalDouble pValue = declared.pValue();
        members.put("pValue", pValue.isPresent() ? (Object) pValue.getAsDouble() : null);
        members.put("fits", declared.fits().orElse(null));
        return members;
    }

    private static @Nullable Object match(
            TensorReport report, Function<LawMatch, @Nullable Object> of) {
        return report.match().map(of).orElse(null);
    }

    static <R> SequencedMap<String, @Nullable Object> members(List<Column<R>> columns, R row) {
        SequencedMap<String, @Nullable Object> members = new LinkedHashMap<>();
        columns.forEach(each -> members.put(each.name(), plain(each.of(row))));
        return members;
    }

    private static @Nullable Object plain(Value.Cell cell) {
        return switch (cell) {
            case Value.Text(String text) -> text;
            case Value.Real(double number) -> number;
            case Value.Whole(long number) -> number;
            case Value.Missing _ -> null;
        };
    }
}
