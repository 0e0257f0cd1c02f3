package dev.weightscope.option;

import dev.weightscope.model.Refusal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Settings as text: the options that make them, as on a command line.
///
/// `parse(format(s))` is `s`, except that a part which the settings do not read goes back to its
/// default.
public record SettingsText<S>(Options<S> options) {
    /// What differs from what holds where nothing is said: `--depth 40 --activation relu`; empty
    /// for the defaults.
    public String format(S settings) {
        return String.join(
                " ",
                words(
                        settings,
                        option -> !option.write(settings).equals(options.standardText(option))));
    }

    /// All that the settings read: the same in a version of the program with other defaults.
    public String formatAll(S settings) {
        return String.join(" ", words(settings, _ -> true));
    }

    /// As [#formatAll], an option a line.
    public String formatLines(S settings) {
        return String.join("\n", words(settings, _ -> true));
    }

    private List<String> words(S settings, Predicate<Option<S, ?>> isWanted) {
        return options.list().stream()
                .filter(isWanted)
                .flatMap(option ->
                        option.write(settings).stream()
                                .map(text -> option.flag() + " " + Words.quote(text)))
                .toList();
    }

    /// The settings that a text stands for; what it does not name is as in the defaults.
    ///
    /// @param text options and values in any order, `--gain 2` or `--gain=2`, words quoted as in a
    ///   shell, on any number of lines; a line that begins with `#` is a note and not read
    /// @throws Refusal in one sentence, if it stands for none
    public S parse(String text) {
        return apply(options.defaults(), values(text));
    }

    /// The texts of the values that a text gives to options.
    ///
    /// @param text as for [#parse]
    /// @return modifiable, in the order of the text
    /// @throws Refusal in one sentence, if it is no list of options and values
    public Map<Option<S, ?>, String> values(String text) {
        Map<Option<S, ?>, String> values = new LinkedHashMap<>();
        Iterator<String> words = Words.split(text).iterator();
        while (words.hasNext()) {
            String word = words.next();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            Option<S, ?> option = options.find(equals < 0 ? word : word.substring(0, equals));
            if (equals < 0 && !words.hasNext()) {
                throw new Refusal(
                        "%s needs a value: %s"
                                .formatted(option.flag(), option.codec().placeholder()));
            }
            String value = equals < 0 ? words.next() : word.substring(equals + 1);
            if (values.put(option, value) != null) {
                throw new Refusal("%s is given twice; give it once".formatted(option.flag()));
            }
        }
        return values;
    }

    /// The settings `base` changed by options, whatever their order.
    ///
    /// @throws Refusal in one sentence, if a value is none, if two options contradict each other,
    ///   or if one is not read with what its owner says
    public S apply(S base, Map<? extends Option<S, ?>, String> values) {
        S settings = base;
        for (Option<S, ?> option : values.keySet()) {
            refuseRivals(option, values);
            settings = option.clear(settings);
        }
        for (Option<S, ?> option : options.list()) {
            String value = values.get(option);
            if (value != null) {
                settings = option.read(settings, value);
            }
        }
        for (Option<S, ?> option : values.keySet()) {
            refuseUnread(option, settings);
        }
        return settings;
    }

    private void refuseRivals(Option<S, ?> option, Map<? extends Option<S, ?>, String> values) {
        for (Option<S, ?> rival : option.rivals()) {
            if (values.containsKey(rival)) {
                throw new Refusal(
                        "%s and %s contradict each other; give %s alone"
                                .formatted(option.flag(), rival.flag(), option.flag()));
            }
        }
    }

    private void refuseUnread(Option<S, ?> option, S settings) {
        Optional<Option<S, ?>> owner = option.owner();
        if (owner.isEmpty() || option.write(settings).isPresent()) {
            return;
        }
        String read =
                options.ownedBy(owner.get()).stream()
                        .filter(other -> other.write(settings).isPresent())
                        .map(Option::flag)
                        .collect(Collectors.joining(", "));
        throw new Refusal(
                "%s %s does not read %s%s; %s is for %s"
                        .formatted(
                                owner.get().key(),
                                owner.get().write(settings).orElseThrow(),
                                option.flag(),
                                read.isEmpty() ? "" : " but " + read,
                                option.flag(),
                                String.join(", ", options.readers(option))));
    }
}
