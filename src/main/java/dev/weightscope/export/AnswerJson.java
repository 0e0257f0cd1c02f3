package dev.weightscope.export;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Value;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An answer as one JSON object.
///
/// ```
/// {"experiment": {"text": "--depth 10 ...", "depth": 10, ...},
///  "settings": {"text": "--steps 3", "steps": 3},
///  ...the members of the lab's document}
/// ```
///
/// A lab without settings, or that tells none ([dev.weightscope.lab.Lab#told]), has no member of
/// that name. A number that JSON has no form for is one of the strings "Infinity", "-Infinity" and
/// "NaN". The keys' order is always this one, so that equal answers give equal bytes.
public final class AnswerJson {
    private AnswerJson() {}

    /// The object on one line, without a line end behind it.
    public static <S, A> String format(Answered<S, A> answered) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            write(json, "experiment", ExperimentOptions.ALL, answered.question().experiment());
            if (!answered.told().list().isEmpty()) {
                write(json, "settings", answered.told(), answered.question().settings());
            }
            write(json, answered.lab().document(answered.answer()));
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Answers of one lab to several settings, on one line, without a line end behind it.
    ///
    /// ```
    /// {"plan": {"text": "--steps 3", "steps": 3},
    ///  ...the members that the lab's answers have in common,
    ///  "runs": [{"label": "Xavier normal", "experiment": {...},
    ///            ...the members of the lab's document}]}
    /// ```
    ///
    /// @param answers at least one, to questions of the same settings
    public static <S, A> String format(List<Named<S, A>> answers) {
        Answered<S, A> first = answers.getFirst().answered();
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            write(json, "plan", first.told(), first.question().settings());
            write(json, first.lab().common(answers));
            json.writeArrayPropertyStart("runs");
            for (Named<S, A> each : answers) {
                Answered<S, A> answered = each.answered();
                json.writeStartObject();
                json.writeStringProperty("label", each.label());
                write(json, "experiment", ExperimentOptions.ALL, answered.question().experiment());
                write(json, answered.lab().document(answered.answer()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Value.Tree tree) {
        tree.members().forEach((name, value) -> ValueJson.write(json.writeName(name), value));
    }

    private static <S> void write(JsonGenerator json, String name, Options<S> options, S settings) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", new SettingsText<>(options).formatAll(settings));
        for (Option<S, ?> option : options.list()) {
            Optional<String> text = options.stated(option, settings);
            if (text.isPresent()) {
                write(json.writeName(option.key()), option.codec().form(), text.get());
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Codec.Form form, String text) {
        switch (form) {
            case NUMBER -> json.writeNumber(text);
            case NUMBERS -> {
                json.writeStartArray();
                for (String number : text.split(",")) {
                    json.writeNumber(number);
                }
                json.writeEndArray();
            }
            case WORD -> json.writeString(text);
            case FLAG -> json.writeBoolean(text.equals(Flag.ON));
        }
    }
}
