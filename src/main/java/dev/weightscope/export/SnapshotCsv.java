package dev.weightscope.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A snapshot as a table: a header, then one line a layer.
///
/// Columns are named by their path in [SnapshotJson]: `activation.std`,
/// `weights.histogram.counts.0`. The last two are the samples that the numbers rest on and the
/// experiment's text, on every line, so that the tables of several experiments can be put one below
/// the other.
public final class SnapshotCsv {
    private SnapshotCsv() {}

    /// The table; every line, the last one too, ends in LF.
    public static String format(Snapshot snapshot) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header(snapshot.layer(1)));
            String experiment = ExperimentText.formatAll(snapshot.experiment());
            for (LayerStatistics layer : snapshot.layers()) {
                List<String> record = new ArrayList<>();
                forEachCell(layer, cell -> record.add(cell.text()));
                record.add(Integer.toString(snapshot.samples()));
                record.add(experiment);
                csv.writeRecord(record);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter has no failures
        }
        return text.toString();
    }

    private static List<String> header(LayerStatistics layer) {
        List<String> names = new ArrayList<>();
        forEachCell(layer, cell -> names.add(cell.column()));
        names.add("samples");
        names.add("experiment");
        return names;
    }

    private record Cell(String column, String text) {}

    private static void forEachCell(LayerStatistics layer, Consumer<Cell> action) {
        action.accept(new Cell("layer", Integer.toString(layer.layer())));
        action.accept(new Cell("fanIn", Integer.toString(layer.fanIn())));
        action.accept(new Cell("fanOut", Integer.toString(layer.fanOut())));
        for (Quantity tensor : Quantity.inForwardOrder()) {
            for (Statistic statistic : Statistic.inFiles()) {
                action.accept(
                        new Cell(
                                tensor.field() + "." + statistic.field(),
                                statistic.exactText(layer.of(tensor))));
            }
            forEachCell(tensor.field() + ".histogram.", layer.of(tensor).histogram(), action);
        }
        action.accept(new Cell("flushed", Long.toString(layer.flushed())));
        action.accept(new Cell("weightsFlushed", Long.toString(layer.weightsFlushed())));
    }

    private static void forEachCell(String path, Histogram histogram, Consumer<Cell> action) {
        action.accept(new Cell(path + "low", Double.toString(histogram.low())));
        action.accept(new Cell(path + "high", Double.toString(histogram.high())));
        action.accept(new Cell(path + "below", Long.toString(histogram.below())));
        action.accept(new Cell(path + "above", Long.toString(histogram.above())));
        for (int bin = 0; bin < histogram.bins(); bin++) {
            action.accept(new Cell(path + "counts." + bin, Long.toString(histogram.count(bin))));
        }
    }
}
