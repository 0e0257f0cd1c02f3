package dev.weightscope.signal;

import dev.weightscope.lab.TextTable;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A snapshot for people: its experiment, one line a layer, and what it means.
final class SignalText {
    private static final int DIGITS = 4;

    /// The columns between a layer's widths and the number of its values that are not finite.
    private static final List<Head> STATISTICS =
            List.of(
                    new Head("mean", Statistic.MEAN),
                    new Head("std", Statistic.STD),
                    new Head("rms", Statistic.RMS),
                    new Head("per-unit std", Statistic.PER_UNIT_STD),
                    new Head("saturated", Statistic.SATURATED),
                    new Head("zeros", Statistic.ZEROS));

    private record Head(String text, Statistic statistic) {}

    private SignalText() {}

    /// Lines ended by LF; the numbers are those of the activations.
    static String format(Snapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head());
        snapshot.layers().forEach(layer -> rows.add(row(layer)));
        Verdict verdict = Verdicts.of(snapshot);
        return """
        %s

        %s
        values overflow: %s; squares overflow: %s; signal flushed: %s; all zero: %s
        %s
        """
                .formatted(
                        snapshot.experiment().caption()
                                + onItsOwnLine(snapshot.experiment().input().leftOutNote()),
                        TextTable.format(TextTable.Alignment.RIGHT, rows),
                        from(snapshot.firstOverflowLayer()),
                        from(snapshot.firstSquareOverflowLayer()),
                        from(snapshot.firstFlushedLayer()),
                        from(snapshot.firstAllZeroLayer()),
                        verdict.findings().stream()
                                .map(finding -> finding.kind().label() + ": " + finding.text())
                                .collect(Collectors.joining("\n")));
    }

    private static String onItsOwnLine(String note) {
        return note.isEmpty() ? "" : "\n" + note;
    }

    private static List<String> head() {
        List<String> head = new ArrayList<>(List.of("layer", "fan-in", "fan-out"));
        STATISTICS.forEach(each -> head.add(each.text()));
        head.add("non-finite");
        return head;
    }

    private static List<String> row(LayerStatistics layer) {
        TensorStatistics activation = layer.activation();
        List<String> row = new ArrayList<>();
        for (int number : new int[] {layer.layer(), layer.fanIn(), layer.fanOut()}) {
            row.add(Integer.toString(number));
        }
        STATISTICS.forEach(each -> row.add(each.statistic().text(activation, DIGITS)));
        row.add(Long.toString(activation.infiniteCount() + activation.nanCount()));
        return row;
    }

    private static String from(OptionalInt layer) {
        return layer.isPresent() ? "from layer " + layer.getAsInt() : "nowhere";
    }
}
