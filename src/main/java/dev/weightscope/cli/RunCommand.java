package dev.weightscope.cli;

import dev.weightscope.export.SnapshotCsv;
import dev.weightscope.export.SnapshotJson;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import java.io.PrintStream;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and prints the answer.
record RunCommand(ExperimentRunner laboratory, PrintStream out) {
    /// In a text, with what grows it and what copies it.
    private static final int BYTES_OF_A_NUMBER = 32;

    void execute(ParseResult parsed) {
        boolean json = parsed.hasMatchedOption(CommandSpecs.JSON);
        boolean csv = parsed.hasMatchedOption(CommandSpecs.CSV);
        if (json && csv) {
            throw new Refusal("--json and --csv contradict each other; give one");
        }
        Snapshot snapshot = laboratory.run(ChosenExperiment.of(parsed).experiment());
        if (json) {
            out.println(text(snapshot, SnapshotJson::format));
        } else {
            out.print(text(snapshot, csv ? SnapshotCsv::format : LayerTable::format));
        }
    }

    /// @throws Refusal if there is no room for so long a text
    private static String text(Snapshot snapshot, Function<Snapshot, String> format) {
        long numbers =
                (long) snapshot.layers().size()
                        * Quantity.inForwardOrder().size()
                        * (snapshot.experiment().binning().bins() + Statistic.inFiles().size());
        return new MemoryNeed(
                        "the table", BYTES_OF_A_NUMBER * numbers, "fewer bins or fewer layers")
                .use(() -> format.apply(snapshot));
    }
}
