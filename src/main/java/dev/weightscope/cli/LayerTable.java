package dev.weightscope.cli;

import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A snapshot for people: its experiment, one line a layer, and what it means.
final class LayerTable {
    private static final int DIGITS = 4;

    private LayerTable() {}

    /// Lines ended by LF; the numbers are those of the activations.
    static String format(Snapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "layer",
                        "fan-in",
                        "fan-out",
                        "mean",
                        "std",
                        "rms",
                        "per-unit std",
                        "saturated",
                        "zeros",
                        "non-finite"));
        snapshot.layers().forEach(layer -> rows.add(row(layer)));
        Verdict verdict = Verdicts.of(snapshot);
        return """
        %s

        %s
        values overflow: %s; squares overflow: %s; signal flushed: %s; all zero: %s
        %s: %s
        """
                .formatted(
                        snapshot.experiment().caption(),
                        TextTable.format(TextTable.Alignment.RIGHT, rows),
                        from(snapshot.firstOverflowLayer()),
                        from(snapshot.firstSquareOverflowLayer()),
                        from(snapshot.firstFlushedLayer()),
                        from(snapshot.firstAllZeroLayer()),
                        verdict.kind().label(),
                        verdict.text());
    }

    private static List<String> row(LayerStatistics layer) {
        TensorStatistics activation = layer.activation();
        return List.of(
                Integer.toString(layer.layer()),
                Integer.toString(layer.fanIn()),
                Integer.toString(layer.fanOut()),
                Numbers.significant(activation.mean(), DIGITS),
                Numbers.significant(activation.std(), DIGITS),
                Numbers.significant(activation.rms(), DIGITS),
                Numbers.significant(activation.perUnitStd(), DIGITS),
                percent(activation.saturatedShare()),
                percent(activation.zeroShare()),
                Long.toString(activation.infiniteCount() + activation.nanCount()));
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share, 3) + " %";
    }

    private static String from(OptionalInt layer) {
        return layer.isPresent() ? "from layer " + layer.getAsInt() : "nowhere";
    }
}
