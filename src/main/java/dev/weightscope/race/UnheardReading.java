package dev.weightscope.race;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.lab.Question;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;

/// Options of reading that are said beside the data's own, of an experiment that reads nothing.
final class UnheardReading {
    private UnheardReading() {}

    /// The question's experiment without them.
    static Experiment without(Question<TrainingSettings> question) {
        Experiment experiment = question.experiment();
        boolean isHeard =
                question.settings().reading().isEmpty()
                        || experiment.input() instanceof Input.Table;
        return isHeard ? experiment : experiment.withReading(DataReading.DEFAULT);
    }

    /// @throws Refusal if there are such options
    static void refuse(Question<TrainingSettings> typed) {
        if (!without(typed).equals(typed.experiment())) {
            String options =
                    new SettingsText<>(DataOptions.ALL).format(typed.experiment().reading());
            throw new Refusal(
                    ("%s counts for nothing beside --data-reading, which says how the data is read;"
                                    + " write it inside of its quotation marks, or leave"
                                    + " --data-reading out")
                            .formatted(options));
        }
    }
}
