package dev.weightscope.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.report.TensorReport;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The tensors of a file as text, for people and for programs.
final class InspectedText {
    private static final int DIGITS = 4;

    private InspectedText() {}

    /// What is told of a tensor.
    ///
    /// @param name in JSON, and of the column in CSV
    /// @param header of the column for people
    /// @param of a text, a number, a list, an object, or null where there is none
    private record Field(String name, String header, Function<TensorReport, @Nullable Object> of) {}

    private static final List<Field> COMMON =
            List.of(
                    new Field("name", "name", report -> report.tensor().name()),
                    new Field("shape", "shape", report -> report.tensor().shape()),
                    new Field("dtype", "type", report -> report.tensor().dtype()),
                    new Field("layout", "layout", fans(fans -> fans.layout().key())),
                    new Field("fanIn", "fan-in", fans(Fans::in)),
                    new Field("fanOut", "fan-out", fans(Fans::out)),
                    new Field("mean", "mean", survey(TensorSurvey::mean)),
                    new Field("std", "std", survey(TensorSurvey::std)),
                    new Field("kurtosis", "kurtosis", survey(TensorSurvey::kurtosis)),
                    new Field("zeros", "zeros", survey(TensorSurvey::zeros)),
                    new Field("infinite", "infinite", survey(TensorSurvey::infinite)),
                    new Field("nan", "NaN", survey(TensorSurvey::nan)),
                    new Field("expectedStd", "expected", match(LawMatch::expectedStd)));

    private static final List<Field> FOR_PEOPLE =
            with(new Field("ratio", "std/expected", InspectedText::ratio));

    private static final List<Field> FOR_CSV =
            with(
                    new Field("law", "law", match(LawMatch::law)),
                    new Field("laws", "laws", match(LawText::keys)));

    private static final List<Field> FOR_JSON =
            with(
                    new Field("law", "law", match(LawMatch::law)),
                    new Field("laws", "laws", match(LawText::laws)),
                    new Field("nearest", "nearest", match(LawText::nearest)));

    private static List<Field> with(Field... more) {
        return Stream.concat(COMMON.stream(), Arrays.stream(more)).toList();
    }

    private static Function<TensorReport, @Nullable Object> fans(Function<Fans, Object> of) {
        return report -> report.fans().map(of).orElse(null);
    }

    private static Function<TensorReport, @Nullable Object> survey(
            Function<TensorSurvey, Object> of) {
        return report -> report.survey().map(of).orElse(null);
    }

    private static Function<TensorReport, @Nullable Object> match(
            Function<LawMatch, @Nullable Object> of) {
        return report -> report.match().map(of).orElse(null);
    }

    private static @Nullable Object ratio(TensorReport report) {
        return report.survey()
                .flatMap(survey ->
                        report.match().map(match -> (Object) (survey.std() / match.expectedStd())))
                .orElse(null);
    }

    /// What the file is, then a line for each tensor; foreign text is made harmless.
    static String table(WeightFile file, List<TensorReport> reports) {
        long numbers = reports.stream().mapToLong(each -> each.tensor().count()).sum();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(FOR_PEOPLE.stream().map(Field::header), "looks like"));
        for (TensorReport report : reports) {
            rows.add(
                    row(
                            FOR_PEOPLE.stream().map(field -> cell(field.of().apply(report))),
                            report.match().map(LawText::likeness).orElse("")));
        }
        return "%s: %s, %s of %s\n\n%s"
                .formatted(
                        Quoted.path(file.path()),
                        file.format(),
                        Amounts.counted(reports.size(), "tensor"),
                        Amounts.counted(numbers, "number"),
                        TextTable.format(TextTable.Alignment.LEFT, rows));
    }

    private static List<String> row(Stream<String> cells, String last) {
        return Stream.concat(cells, Stream.of(last)).toList();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> Quoted.value(text);
            case Double number -> Numbers.significant(number, DIGITS);
            default -> plain(value);
        };
    }

    /// A header, then one line a tensor, each ended by LF.
    static String csv(List<TensorReport> reports) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(FOR_CSV.stream().map(Field::name).toList());
            for (TensorReport report : reports) {
                csv.writeRecord(
                        FOR_CSV.stream().map(field -> plain(field.of().apply(report))).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter has no failures
        }
        return text.toString();
    }

    /// `256 x 784`
    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> sizes ->
                    sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
            default -> String.valueOf(value);
        };
    }

    /// One object on one line, without a line end behind it.
    ///
    /// @param name of the file, as it was typed
    static String json(String name, WeightFile file, List<TensorReport> reports) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        members.put("file", name);
        members.put("format", file.format());
        members.put("metadata", file.metadata());
        members.put("tensors", reports.stream().map(InspectedText::members).toList());
        return new JsonMapper().writeValueAsString(members);
    }

    private static SequencedMap<String, @Nullable Object> members(TensorReport report) {
        SequencedMap<String, @Nullable Object> members = new LinkedHashMap<>();
        FOR_JSON.forEach(field -> members.put(field.name(), field.of().apply(report)));
        return members;
    }
}
