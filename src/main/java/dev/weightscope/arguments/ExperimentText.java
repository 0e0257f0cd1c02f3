package dev.weightscope.arguments;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import dev.weightscope.option.SettingsText;
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

    /// As [SettingsText#parse], for the text in a file: the table that it is on may also be beside
    /// that file.
    ///
    /// @param folder the file's, see [DataTables#find]
    public static Experiment parse(String text, Path folder) {
        var values = TEXT.values(text);
        values.computeIfPresent(
                ExperimentOptions.INPUT,
                (option, name) ->
                        option.codec().choices().contains(name)
                                ? name
                                : DataTables.find(name, folder));
        return apply(Experiment.DEFAULT, values);
    }

    /// Whether [#parse] would read a table.
    public static boolean readsTable(String text) {
        try {
            String input = TEXT.values(text).get(ExperimentOptions.INPUT);
            return input != null && !DRAWN.contains(input);
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
