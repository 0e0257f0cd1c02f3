package dev.weightscope.cli;

import dev.weightscope.lab.Lab;
import dev.weightscope.lab.View;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Suggestion;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Which of a lab's charts become pictures.
///
/// @param keys of its views; none for all
record ChosenCharts(List<String> keys) {
    static final String CHARTS = "--charts";

    ChosenCharts {
        keys = List.copyOf(keys);
    }

    /// @param spec modified
    static void add(CommandSpec spec, String description) {
        spec.addOption(Specs.option(CHARTS, "KEY,...", description).build());
    }

    /// @throws Refusal in one sentence, if the lab has no such chart
    static ChosenCharts of(ParseResult parsed, Lab<?, ?> lab) {
        if (!parsed.hasMatchedOption(CHARTS)) {
            return new ChosenCharts(List.of());
        }
        List<String> there = keys(lab);
        List<String> keys =
                Arrays.stream(parsed.<String>matchedOptionValue(CHARTS, "").split(",", -1))
                        .map(String::strip)
                        .toList();
        for (String key : keys) {
            if (!there.contains(key)) {
                throw new Refusal(
                        "chart %s is unknown%s; there are: %s"
                                .formatted(
                                        Quoted.of(key),
                                        Suggestion.didYouMean(key, there),
                                        String.join(", ", there)));
            }
        }
        return new ChosenCharts(keys);
    }

    /// Those of any answer of a lab.
    static List<String> keys(Lab<?, ?> lab) {
        return lab.views().stream().map(View::key).toList();
    }

    /// @param views that show something
    /// @throws Refusal if none of them is chosen
    <A> List<View<A>> among(List<View<A>> views) {
        List<View<A>> chosen =
                views.stream().filter(view -> keys.isEmpty() || keys.contains(view.key())).toList();
        if (chosen.isEmpty()) {
            throw new Refusal(
                    "there is nothing for %s to show here; there are: %s"
                            .formatted(
                                    String.join(", ", keys),
                                    String.join(", ", views.stream().map(View::key).toList())));
        }
        return chosen;
    }
}
