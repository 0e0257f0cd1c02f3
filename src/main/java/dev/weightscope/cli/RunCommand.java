package dev.weightscope.cli;

import dev.weightscope.export.SnapshotCsv;
import dev.weightscope.export.SnapshotJson;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import java.io.PrintStream;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and prints the answer.
record RunCommand(ExperimentRunner laboratory, PrintStream out) {
    void execute(ParseResult parsed) {
        boolean json = parsed.hasMatchedOption(CommandSpecs.JSON);
        boolean csv = parsed.hasMatchedOption(CommandSpecs.CSV);
        if (json && csv) {
            throw new Refusal("--json and --csv contradict each other; give one");
        }
        Snapshot snapshot = laboratory.run(ChosenExperiment.of(parsed).experiment());
        if (json) {
            out.println(SnapshotJson.format(snapshot));
        } else {
            out.print(csv ? SnapshotCsv.format(snapshot) : LayerTable.format(snapshot));
        }
    }
}
