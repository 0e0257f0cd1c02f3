package dev.weightscope.option;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What a person may have meant by a word that is unknown.
public final class Suggestion {
    /// Longer words are no slips of the hand, and comparing them takes long.
    private static final int LONGEST = 60;

    private Suggestion() {}

    /// `; did you mean --gain?`, or nothing where no known word is near.
    public static String didYouMean(String unknown, Collection<String> known) {
        return unknown.length() > LONGEST
                ? ""
                : closest(unknown, known).map("; did you mean %s?"::formatted).orElse("");
    }

    /// The known word that the fewest changes of a letter lead to, if they change less than half of
    /// it. Dashes at the start do not count: all options have them.
    private static Optional<String> closest(String unknown, Collection<String> known) {
        String bare = bare(unknown);
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(bare, bare(word))))
                .filter(word -> 2 * distance(bare, bare(word)) < bare(word).length());
    }

    private static String bare(String word) {
        return word.replaceFirst("^-+", "");
    }

    /// Levenshtein's distance, a swap of two neighbours counted as one change.
    private static int distance(String from, String to) {
        int[][] changes = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    changes[i][j] = i + j;
                    continue;
                }
                int different = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                changes[i][j] =
                        Math.min(
                                changes[i - 1][j - 1] + different,
                                1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    changes[i][j] = Math.min(changes[i][j], changes[i - 2][j - 2] + 1);
                }
            }
        }
        return changes[from.length()][to.length()];
    }
}
