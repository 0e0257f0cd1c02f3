package dev.weightscope.cli;

import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Quoted;
import dev.weightscope.report.Comparison;
import dev.weightscope.report.FileReport;
import dev.weightscope.report.Likeness;
import dev.weightscope.report.Moved;
import dev.weightscope.report.TensorColumns;
import dev.weightscope.report.TensorPair;
import dev.weightscope.report.TensorReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Two files beside each other as text, for people and for programs.
final class ComparedText {
    private static final List<String> HEADER =
            List.of(
                    "name",
                    "shape",
                    "std",
                    "other",
                    "ratio",
                    "distance",
                    "relative",
                    "degrees",
                    "largest",
                    "changed",
                    "left out",
                    "looks like",
                    "other looks like");

    private ComparedText() {}

    /// What the files are, which tensor has moved most, then a line for each; foreign text is made
    /// harmless.
    static String table(FileReport one, FileReport other, Comparison comparison) {
        List<List<String>> rows =
                Stream.concat(Stream.of(HEADER), comparison.pairs().stream().map(ComparedText::row))
                        .toList();
        return "%s\n%s\n%s\n\n%s"
                .formatted(
                        InspectedText.title(one),
                        InspectedText.title(other),
                        Moved.sentence(comparison),
                        TextTable.format(TextTable.Alignment.LEFT, rows));
    }

    private static List<String> row(TensorPair pair) {
        List<String> row = new ArrayList<>();
        row.add(Quoted.value(pair.name()));
        row.add(shapes(pair));
        TensorColumns.STDS.forEach(each -> row.add(InspectedText.cell(each.of(pair))));
        TensorColumns.DIFFERENCES.forEach(each -> row.add(InspectedText.cell(each.of(pair))));
        row.add(likeness(pair.one()));
        row.add(likeness(pair.other()));
        return row;
    }

    /// `256 x 784`; `256 x 784, other 784 x 256`; `256 x 784, other missing`.
    private static String shapes(TensorPair pair) {
        String here = shape(pair.one());
        String there = shape(pair.other());
        return here.equals(there) ? here : "%s, other %s".formatted(here, there);
    }

    private static String shape(Optional<TensorReport> report) {
        return report.map(TensorReport::tensor).map(TensorColumns::shape).orElse("missing");
    }

    private static String likeness(Optional<TensorReport> report) {
        return report.flatMap(TensorReport::match).map(Likeness::line).orElse("");
    }

    /// One object on one line, without a line end behind it: that of the first file alone, and
    /// behind it the other file's and the differences.
    static String json(FileReport one, FileReport other, Comparison comparison) {
        SequencedMap<String, @Nullable Object> members =
                new LinkedHashMap<>(InspectedText.members(one));
        members.put("other", InspectedText.members(other));
        members.put(
                "differences",
                comparison.pairs().stream()
                        .filter(pair -> pair.one().isPresent() && pair.other().isPresent())
                        .map(ComparedText::difference)
                        .toList());
        members.put("movedMost", comparison.movedMost().map(TensorPair::name).orElse(null));
        return new JsonMapper().writeValueAsString(members);
    }

    private static SequencedMap<String, @Nullable Object> difference(TensorPair pair) {
        SequencedMap<String, @Nullable Object> members =
                InspectedText.members(TensorColumns.DIFFERENCES, pair);
        members.putFirst("name", pair.name());
        return members;
    }
}
