package dev.weightscope.arguments;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// An experiment's text: the options that make it, as on the command line.
///
/// `parse(format(e))` is `e`, except that a parameter which the chosen initializer, activation or
/// bias does not read goes back to its default.
public final class ExperimentText {
    private ExperimentText() {}

    /// What differs from what holds where nothing is said: `--depth 40 --activation relu`; empty
    /// for [Experiment#DEFAULT] itself.
    public static String format(Experiment experiment) {
        return String.join(
                " ",
                options(experiment, option -> !option.write(experiment).equals(option.standard())));
    }

    /// All that the experiment reads: the same text in a version of the program with other
    /// defaults.
    public static String formatAll(Experiment experiment) {
        return String.join(" ", options(experiment, _ -> true));
    }

    /// As [#formatAll], an option a line.
    public static String formatLines(Experiment experiment) {
        return String.join("\n", options(experiment, _ -> true));
    }

    private static List<String> options(
            Experiment experiment, Predicate<ExperimentOption> isWanted) {
        return Arrays.stream(ExperimentOption.values())
                .filter(isWanted)
                .flatMap(option ->
                        option.write(experiment).stream()
                                .map(text -> option.flag() + " " + Words.quote(text)))
                .toList();
    }

    /// The experiment that a text stands for; what it does not name is as in [Experiment#DEFAULT].
    ///
    /// @param text options and values in any order, `--gain 2` or `--gain=2`, words quoted as in a
    ///   shell, on any number of lines
    /// @throws Refusal in one sentence, if it stands for none
    public static Experiment parse(String text) {
        Map<ExperimentOption, String> values = new EnumMap<>(ExperimentOption.class);
        Iterator<String> words = Words.split(text).iterator();
        while (words.hasNext()) {
            String word = words.next();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            ExperimentOption option = option(equals < 0 ? word : word.substring(0, equals));
            if (equals < 0 && !words.hasNext()) {
                throw new Refusal(
                        "%s needs a value: %s".formatted(option.flag(), option.placeholder()));
            }
            String value = equals < 0 ? words.next() : word.substring(equals + 1);
            if (values.put(option, value) != null) {
                throw new Refusal("%s is given twice; give it once".formatted(option.flag()));
            }
        }
        return apply(Experiment.DEFAULT, values);
    }

    private static ExperimentOption option(String flag) {
        return Arrays.stream(ExperimentOption.values())
                .filter(option -> option.flag().equals(flag))
                .findFirst()
                .orElseThrow(() -> unknown(flag));
    }

    private static Refusal unknown(String flag) {
        List<String> known =
                Arrays.stream(ExperimentOption.values()).map(ExperimentOption::flag).toList();
        return new Refusal(
                "option \"%s\" is unknown%s".formatted(flag, Suggestion.didYouMean(flag, known)));
    }

    /// The experiment `base` changed by options, whatever their order.
    ///
    /// @throws Refusal in one sentence, if a value is none, if two options contradict each other,
    ///   or if one is not read by the activation, initializer or bias chosen
    public static Experiment apply(Experiment base, Map<ExperimentOption, String> values) {
        if (values.containsKey(ExperimentOption.WIDTHS)) {
            refuseBeside(ExperimentOption.DEPTH, values);
            refuseBeside(ExperimentOption.WIDTH, values);
        }
        // Old widths need not fit the new input, nor the other way round: the old input gives way.
        Experiment experiment =
                values.containsKey(ExperimentOption.INPUT)
                        ? base.withInput(new Input.StandardNormal())
                        : base;
        for (ExperimentOption option : ExperimentOption.values()) {
            String value = values.get(option);
            if (value != null) {
                experiment = option.read(experiment, value);
            }
        }
        for (ExperimentOption option : values.keySet()) {
            refuseUnread(option, experiment);
        }
        return experiment;
    }

    private static void refuseBeside(ExperimentOption other, Map<ExperimentOption, String> values) {
        if (values.containsKey(other)) {
            throw new Refusal(
                    "--widths and %s contradict each other; give --widths alone"
                            .formatted(other.flag()));
        }
    }

    private static void refuseUnread(ExperimentOption option, Experiment experiment) {
        Optional<ExperimentOption> owner = option.owner();
        if (owner.isEmpty() || option.write(experiment).isPresent()) {
            return;
        }
        String read =
                Arrays.stream(ExperimentOption.values())
                        .filter(other -> other.owner().equals(owner))
                        .filter(other -> other.write(experiment).isPresent())
                        .map(ExperimentOption::flag)
                        .collect(Collectors.joining(", "));
        throw new Refusal(
                "%s %s does not read %s%s; %s is for %s"
                        .formatted(
                                owner.get().key(),
                                owner.get().write(experiment).orElseThrow(),
                                option.flag(),
                                read.isEmpty() ? "" : " but " + read,
                                option.flag(),
                                String.join(", ", option.readers())));
    }
}
