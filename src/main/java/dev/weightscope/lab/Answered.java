package dev.weightscope.lab;

import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;

/// An answer with its question and the lab that gave it: all that is printed or written of it.
public record Answered<S, A>(Lab<S, A> lab, Question<S> question, A answer) {
    /// What it is an answer to, for people.
    public String caption() {
        return lab.caption(question, answer);
    }

    /// The settings that are told beside the answer.
    public Options<S> told() {
        return lab.told(question.settings());
    }

    /// The settings as options, `--steps 3`; empty where none are told.
    public String settingsText() {
        return new SettingsText<>(told()).formatAll(question.settings());
    }
}
