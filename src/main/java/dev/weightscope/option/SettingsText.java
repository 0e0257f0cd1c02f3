package dev.weightscope.option;

import dev.weightscope.model.Refusal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Settings as text: the options that make them, as on a command line.
///
/// `parse(format(s))` is `s`, except that a part which the settings do not read goes back to its
/// default.
public record SettingsText<S>(Options<S> options) {
    /// What differs from what holds where nothing is said: `--depth 40 --activation relu`; empty
    /// for the defaults.
    public String format(S settings) {
        return String.join(" ", words(settings, this::differs));
    }

    /// All that the settings read, but for defaults that never change ([Option#unsaidAtDefault]):
    /// the same in a version of the program with other defaults.
    public String formatAll(S settings) {
        return String.join(" ", words(settings, this::isSaid));
    }

    /// As [#formatAll], an option a line.
    public String formatLines(S settings) {
        return String.join("\n", words(settings, this::isSaid));
    }

    /// A flag is off where nothing is said, in every version of the program.
    private boolean isSaid(S settings, Option<S, ?> option) {
        return options.stated(option, settings).isPresent()
                && (!(option.codec() instanceof Flag) || differs(settings, option));
    }

    private boolean differs(S settings, Option<S, ?> option) {
        return !option.write(settings).equals(options.standardText(option));
    }

    private List<String> words(S settings, BiPredicate<S, Option<S, ?>> isWanted) {
        return options.list().stream()
                .filter(option -> isWanted.test(settings, option))
                .flatMap(option -> option.write(settings).stream().map(text -> words(option, text)))
                .toList();
    }

    private static String words(Option<?, ?> option, String text) {
        if (option.codec() instanceof Flag) {
            return text.equals(Flag.ON) ? option.flag() : option.flag() + "=" + text;
        }
        return option.flag() + " " + Words.quote(text);
    }

    /// The settings that a text stands for; what it does not name is as in the defaults.
    ///
    /// @param text options and values in any order, `--gain 2` or `--gain=2`, a flag alone, words
    ///   quoted as in a shell, on any number of lines; a line that begins with `#` is a note and
    ///   not read
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
            String value = equals < 0 ? valueBehind(option, words) : word.substring(equals + 1);
            if (values.put(option, value) != null) {
                throw new Refusal("%s is given twice; give it once".formatted(option.flag()));
            }
        }
        return values;
    }

    /// @param words modified: the value is taken, where the option has one
    private static String valueBehind(Option<?, ?> option, Iterator<String> words) {
        if (option.codec() instanceof Flag) {
            return Flag.ON;
        }
        if (!words.hasNext()) {
            throw new Refusal(
                    "%s needs a value: %s".formatted(option.flag(), option.codec().placeholder()));
        }
        return words.next();
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
                settings = option.read(settings, value, values);
            }
        }
        for (Option<S, ?> option : options.list()) {
            refuseAlone(option, values, settings);
        }
        for (Map.Entry<? extends Option<S, ?>, String> value : values.entrySet()) {
            refuseUnread(value.getKey(), value.getValue(), settings);
        }
        return settings;
    }

    private void refuseAlone(
            Option<S, ?> option, Map<? extends Option<S, ?>, String> values, S settings) {
        for (Option<S, ?> companion : option.companions()) {
            if (values.containsKey(companion) && option.write(settings).isEmpty()) {
                throw new Refusal(
                        "%s says nothing without %s; give that too"
                                .formatted(companion.flag(), option.flag()));
            }
        }
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

    /// Its default says no more than what holds without it: so a program may go through all choices
    /// of an owner, and name the other options with each.
    private <T> void refuseUnread(Option<S, T> option, String value, S settings) {
        Optional<Option<S, ?>> owner = option.owner();
        if (owner.isEmpty()
                || option.write(settings).isPresent()
                || Optional.of(option.codec().read(option.key(), value))
                        .equals(options.standard(option))) {
            return;
        }
        String read =
                options.ownedBy(owner.get()).stream()
                        .filter(other -> other.write(settings).isPresent())
                        .map(Option::flag)
                        .collect(Collectors.joining(", "));
        Optional<String> ownersValue = owner.get().write(settings);
        if (ownersValue.isEmpty()) {
            throw new Refusal(
                    "%s is for %s %s; leave it out"
                            .formatted(
                                    option.flag(),
                                    owner.get().flag(),
                                    String.join(", ", options.readers(option))));
        }
        throw new Refusal(
                "%s %s does not read %s%s; %s is for %s"
                        .formatted(
                                owner.get().key(),
                                ownersValue.get(),
                                option.flag(),
                                read.isEmpty() ? "" : " but " + read,
                                option.flag(),
                                String.join(", ", options.readers(option))));
    }
}
