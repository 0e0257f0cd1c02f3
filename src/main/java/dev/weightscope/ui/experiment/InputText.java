package dev.weightscope.ui.experiment;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Numbers;

/// What the first layer sees, in a line.
final class InputText {
    private InputText() {}

    /// `Input: normal, 1000 × 500`, `iris.csv × 0.01: 150 of 150 rows × 4`
    static String line(Experiment experiment) {
        String scale =
                experiment.inputScale() == 1 ? "" : " × " + Numbers.plain(experiment.inputScale());
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> "Input: normal" + scale + ", " + size(experiment);
            case Input.Uniform _ -> "Input: uniform" + scale + ", " + size(experiment);
            case Input.Table(DataTable table) ->
                    "%s%s: %d of %d rows × %d"
                            .formatted(
                                    InputOption.of(experiment.input()).label(),
                                    scale,
                                    experiment.effectiveSamples(),
                                    table.rows(),
                                    table.columns());
        };
    }

    /// The same in sentences.
    static String help(Experiment experiment) {
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> "Samples × features, drawn from N(0, 1).";
            case Input.Uniform _ -> "Samples × features, drawn from U(−1, 1).";
            case Input.Table(DataTable table) ->
                    "%s: %d of its %d rows are used, and %d columns of numbers, each standardized to mean 0 and std 1."
                            .formatted(
                                    table.source(),
                                    experiment.effectiveSamples(),
                                    table.rows(),
                                    table.columns());
        };
    }

    /// What of a file is not used and why: `Left out: target (a label)`; empty where all of it is.
    static String leftOut(Experiment experiment) {
        if (!(experiment.input() instanceof Input.Table(DataTable table))) {
            return "";
        }
        String note = table.leftOutNote();
        return note.isEmpty() ? "" : Character.toUpperCase(note.charAt(0)) + note.substring(1);
    }

    private static String size(Experiment experiment) {
        return experiment.samples() + " × " + experiment.inputWidth();
    }
}
