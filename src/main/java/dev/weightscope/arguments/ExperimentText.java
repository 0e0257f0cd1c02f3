package dev.weightscope.arguments;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import dev.weightscope.option.SettingsText;
import dev.weightscope.weights.LayerFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// An experiment's text: the options that make it, as on the command line; a [SettingsText].
public final class ExperimentText {
    private static final SettingsText<Experiment> TEXT = new SettingsText<>(ExperimentOptions.ALL);

    private static final Set<String> DRAWN =
            Set.of(new Input.StandardNormal().text(), new Input.Uniform().text());

    private ExperimentText() {}

    /// As [SettingsText#format].
    public static String format(Experiment experiment) {
        return TEXT.format(experiment);
    }

    /// As [SettingsText#formatAll].
    public static String formatAll(Experiment experiment) {
        return TEXT.formatAll(experiment);
    }

    /// As [SettingsText#formatLines].
    public static String formatLines(Experiment experiment) {
        return TEXT.formatLines(experiment);
    }

    /// As [SettingsText#parse].
    public static Experiment parse(String text) {
        return TEXT.parse(text);
    }

    /// As [SettingsText#parse], for the text in a file: the table that it is on, and the weights
    /// that it has, may also be beside that file.
    ///
    /// @param folder the file's, see [DataTables#find] and [LayerFiles#find]
    public static Experiment parse(String text, Path folder) {
        var values = TEXT.values(text);
        values.computeIfPresent(
                ExperimentOptions.INPUT,
                (option, name) ->
                        option.codec().choices().contains(name)
                                ? name
                                : DataTables.find(name, folder));
        values.computeIfPresent(
                WeightOptions.WEIGHTS, (_, source) -> LayerFiles.find(source, folder));
        return apply(Experiment.DEFAULT, values);
    }

    /// The experiment with absolute paths of its table and its weights, so that its text means the
    /// same wherever it is read.
    public static Experiment withAbsolutePaths(Experiment experiment) {
        return LayerFiles.withAbsolutePath(DataTables.withAbsolutePath(experiment));
    }

    /// Whether [#parse] would read a table, or a file of weights.
    public static boolean readsFiles(String text) {
        try {
            var values = TEXT.values(text);
            String input = values.get(ExperimentOptions.INPUT);
            return values.containsKey(WeightOptions.WEIGHTS)
                    || (input != null && !DRAWN.contains(input));
        } catch (Refusal _) {
            return false; // refused before any file is looked for
        }
    }

    /// As [SettingsText#apply].
    public static Experiment apply(
            Experiment base, Map<? extends Option<Experiment, ?>, String> values) {
        return TEXT.apply(base, values);
    }
}
