package dev.weightscope.snippet;

import dev.weightscope.data.DataOutline;
import dev.weightscope.data.DataOutline.TextForm;
import dev.weightscope.model.MissingValues;
import dev.weightscope.model.Separator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A file of numbers, read in the form that was found in it. A value that Python's `float` does not
/// take, such as one with a percent sign, ends the script with Python's sentence.
final class TorchTable {
    private TorchTable() {}

    static List<String> lines(DataOutline data) {
        TextForm form = data.form();
        MissingValues missing = data.reading().missing();
        List<String> lines = new ArrayList<>();
        String comma = form.isCommaDecimal() ? ".replace(\",\", \".\")" : "";
        if (missing != MissingValues.REFUSE) {
            lines.add("def number(text):");
            lines.add("    try:");
            lines.add("        return float(text%s)".formatted(comma));
            lines.add("    except ValueError:");
            lines.add("        return math.nan");
            lines.add("");
            lines.add("");
        }
        String number = missing == MissingValues.REFUSE ? "float(%s" + comma + ")" : "number(%s)";
        String path = PythonScript.quoted(data.source());
        String encoding =
                form.encoding().isEmpty() ? "utf-8-sig" : form.encoding().toLowerCase(Locale.ROOT);
        lines.add(
                data.source().endsWith(".gz")
                        ? "with gzip.open(%s, \"rt\", encoding=\"%s\", newline=\"\") as file:"
                                .formatted(path, encoding)
                        : "with open(%s, encoding=\"%s\", newline=\"\") as file:"
                                .formatted(path, encoding));
        lines.add(
                "    table = [%s]%s"
                        .formatted(
                                rows(form),
                                form.rowsBefore() == 0
                                        ? ""
                                        : "[%d:]".formatted(form.rowsBefore())));
        lines.add("columns = " + columns(data.inputs()));
        String value = "row[%d]".formatted(data.target());
        if (data.areWords()) {
            lines.add(
                    data.classes().stream()
                            .map(PythonScript::quoted)
                            .collect(Collectors.joining(", ", "labels = [", "]")));
            value += ".strip()";
            if (missing == MissingValues.DROP) {
                lines.add("table = [row for row in table if %s in labels]".formatted(value));
            }
            value = "labels.index(%s)".formatted(value);
        } else {
            value = number.formatted(value);
        }
        lines.add("y = torch.tensor([%s for row in table], dtype=torch.float64)".formatted(value));
        lines.add(
                "x = [[%s for i in columns] for row in table]"
                        .formatted(number.formatted("row[i]")));
        lines.add("x = torch.tensor(x, dtype=torch.float64)");
        lines.addAll(
                switch (missing) {
                    case REFUSE -> List.of();
                    case DROP ->
                            List.of(
                                    "whole = ~(x.isnan().any(1) | y.isnan())",
                                    "x, y = x[whole], y[whole]");
                    case MEAN -> List.of("x = torch.where(x.isnan(), x.nanmean(0), x)");
                });
        if (!data.areWords() && !data.classes().isEmpty()) {
            lines.add("y = y.unique(return_inverse=True)[1]");
        }
        return lines;
    }

    private static String rows(TextForm form) {
        String file =
                form.linesBefore() == 0 ? "file" : "list(file)[%d:]".formatted(form.linesBefore());
        if (form.separator() == Separator.SPACE) {
            return "line.split() for line in %s if line.strip()".formatted(file);
        }
        String quote =
                form.quote() == '"'
                        ? ""
                        : ", quotechar=" + PythonScript.quoted(String.valueOf(form.quote()));
        return "row for row in csv.reader(%s, delimiter=%s%s) if row"
                .formatted(file, PythonScript.quoted(form.separator().text()), quote);
    }

    private static String columns(List<Integer> columns) {
        int first = columns.getFirst();
        List<Integer> run = IntStream.range(first, first + columns.size()).boxed().toList();
        return columns.equals(run)
                ? "range(%d, %d)".formatted(first, first + columns.size())
                : columns.toString();
    }
}
