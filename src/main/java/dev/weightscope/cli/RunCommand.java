package dev.weightscope.cli;

import dev.weightscope.export.SnapshotCsv;
import dev.weightscope.export.SnapshotJson;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Snapshot;
import java.io.PrintStream;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and prints the answer.
record RunCommand(Laboratory laboratory, PrintStream out) {
    void execute(ParseResult parsed) {
        boolean json = parsed.hasMatchedOption(CommandSpecs.JSON);
        boolean csv = parsed.hasMatchedOption(CommandSpecs.CSV);
        if (json && csv) {
            throw new InvalidExperimentException(
                    "--json and --csv contradict each other; give one");
        }
        Snapshot snapshot = laboratory.run(ChosenExperiment.of(parsed).experiment());
        if (json) {
            out.println(SnapshotJson.format(snapshot));
        } else {
            out.print(csv ? SnapshotCsv.format(snapshot) : LayerTable.format(snapshot));
        }
    }
}
