package dev.weightscope.chart.line;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names in as few words as tell them apart: of `Xavier uniform, gain 2` and `Xavier uniform, gain
/// 3` what follows the comma.
final class ShortNames {
    private static final String BETWEEN = ", ";

    private ShortNames() {}

    /// One for each name; the name itself where nothing of it can be left out.
    static List<String> of(List<String> names) {
        Map<String, Long> heads =
                names.stream()
                        .map(ShortNames::head)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> tails =
                names.stream()
                        .map(name ->
                                heads.getOrDefault(head(name), 0L) > 1 && name.contains(BETWEEN)
                                        ? name.substring(head(name).length() + BETWEEN.length())
                                        : name)
                        .toList();
        // Two heads may have the same tail.
        return tails.stream().allMatch(tail -> Collections.frequency(tails, tail) == 1)
                ? tails
                : names;
    }

    private static String head(String name) {
        int end = name.indexOf(BETWEEN);
        return end < 0 ? name : name.substring(0, end);
    }
}
