package dev.weightscope.ui.inspect;

import java.util.ArrayList;
import java.util.List;

/// Names of tensors without what all of them have in common.
final class ShortNames {
    private ShortNames() {}

    /// `fc1`, `fc2` of `fc1.weight`, `fc2.weight`; `classifier.0`, `1`, `2` where they begin alike
    /// too, of which the first name tells. Parts end at a dot or slash, and none is left empty.
    ///
    /// @param names in order
    /// @return as many, in the same order
    static List<String> of(List<String> names) {
        if (names.size() < 2) {
            return List.copyOf(names);
        }
        int start =
                names.stream().mapToInt(name -> sameStart(names.getFirst(), name)).min().orElse(0);
        int end = names.stream().mapToInt(name -> sameEnd(names.getFirst(), name)).min().orElse(0);
        List<String> shorter = new ArrayList<>();
        for (String name : names) {
            int from = shorter.isEmpty() ? 0 : start;
            int to = name.length() - end;
            if (Math.max(from, start) >= to) {
                return List.copyOf(names);
            }
            shorter.add(name.substring(from, to));
        }
        return shorter;
    }

    /// How many characters of whole parts two names begin with, separators included.
    private static int sameStart(String one, String other) {
        int parts = 0;
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter && one.charAt(i) == other.charAt(i); i++) {
            if (isSeparator(one.charAt(i))) {
                parts = i + 1;
            }
        }
        return parts;
    }

    /// How many characters of whole parts two names end with, separators included.
    private static int sameEnd(String one, String other) {
        int parts = 0;
        int shorter = Math.min(one.length(), other.length());
        for (int i = 1; i <= shorter; i++) {
            char last = one.charAt(one.length() - i);
            if (last != other.charAt(other.length() - i)) {
                break;
            }
            if (isSeparator(last)) {
                parts = i;
            }
        }
        return parts;
    }

    private static boolean isSeparator(char character) {
        return character == '.' || character == '/';
    }
}
