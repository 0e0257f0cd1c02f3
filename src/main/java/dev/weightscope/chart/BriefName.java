package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Names of settings where there is no room for the whole.
public final class BriefName {
    private static final String SEPARATOR = ", ";

    private BriefName() {}

    /// What tells a name from those that begin alike: `…batch norm` for `Xavier uniform, gain 2,
    /// batch norm` beside `Xavier uniform, gain 2`. The whole name where that is nothing.
    ///
    /// @param others the names of all beside it; this one may be among them
    public static String of(String name, Collection<String> others) {
        List<String> parts = parts(name);
        List<String> shared = new ArrayList<>(parts);
        others.stream()
                .map(BriefName::parts)
                .filter(other -> other.getFirst().equals(parts.getFirst()))
                .forEach(shared::retainAll);
        List<String> own = parts.stream().filter(part -> !shared.contains(part)).toList();
        return own.isEmpty() ? name : "…" + String.join(SEPARATOR, own);
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split(SEPARATOR, -1));
    }
}
