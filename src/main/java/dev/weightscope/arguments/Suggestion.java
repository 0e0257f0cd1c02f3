package dev.weightscope.arguments;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What a person may have meant by a word that is unknown.
public final class Suggestion {
    private Suggestion() {}

    /// `; did you mean --gain?`, or nothing where no known word is near.
    public static String didYouMean(String unknown, Collection<String> known) {
        return closest(unknown, known).map("; did you mean %s?"::formatted).orElse("");
    }

    /// The known word that the fewest insertions, deletions and replacements lead to, if they
    /// change less than half of it.
    private static Optional<String> closest(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(unknown, word)))
                .filter(word -> 2 * distance(unknown, word) < word.length());
    }

    /// Levenshtein's distance.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
