package dev.weightscope.ui.experiment;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Numbers;

/// What the first layer sees, in a line.
final class InputText {
    private InputText() {}

    /// What it is, which may be any file's name: `Input: normal,`, `iris.csv:`.
    static String name(Experiment experiment) {
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> "Input: normal" + scale(experiment) + ",";
            case Input.Uniform _ -> "Input: uniform" + scale(experiment) + ",";
            case Input.Table _ ->
                    InputOption.of(experiment.input()).shortLabel()
                            + (scale(experiment).isEmpty() ? ":" : "");
        };
    }

    /// How large it is, to stand after the name: `1000 × 500`, `× 0.01: 150 of 150 rows × 4`.
    static String size(Experiment experiment) {
        return switch (experiment.input()) {
            case Input.StandardNormal _, Input.Uniform _ ->
                    experiment.samples() + " × " + experiment.inputWidth();
            case Input.Table(DataTable table) ->
                    "%s%d of %d rows × %d"
                            .formatted(
                                    scale(experiment).isEmpty()
                                            ? ""
                                            : scale(experiment).strip() + ": ",
                                    experiment.effectiveSamples(),
                                    table.rows(),
                                    table.columns());
        };
    }

    private static String scale(Experiment experiment) {
        return experiment.inputScale() == 1 ? "" : " × " + Numbers.plain(experiment.inputScale());
    }

    /// The same in sentences.
    static String help(Experiment experiment) {
        return switch (experiment.input()) {
            case Input.StandardNormal _ -> "Samples × features, drawn from N(0, 1).";
            case Input.Uniform _ -> "Samples × features, drawn from U(−1, 1).";
            case Input.Table(DataTable table) ->
                    "%s: %d of its %d rows are used, and %d columns of numbers, %s."
                            .formatted(
                                    table.source(),
                                    experiment.effectiveSamples(),
                                    table.rows(),
                                    table.columns(),
                                    experiment.reading().scaling().words());
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
}
