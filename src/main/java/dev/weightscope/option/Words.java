package dev.weightscope.option;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Splits a line into words as a POSIX shell does, and quotes a word so that a shell reads it back:
/// a line copied from the window can be pasted behind the program's name.
public final class Words {
    private static final String PLAIN = "-_.,:/+=@%";

    private Words() {}

    /// The words between blanks. Single quotation marks keep everything, double ones all but `\"`
    /// and `\\`; outside of them a backslash keeps the next character. A line whose first character
    /// is `#` is a note and has no words.
    ///
    /// @throws Refusal if a quotation mark is not closed
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        boolean lineBegins = true;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                lineBegins |= c == '\n' || c == '\r';
                at++;
                continue;
            }
            if (lineBegins && c == '#') {
                at = endOfLine(line, at);
                continue;
            }
            lineBegins = false;
            StringBuilder word = new StringBuilder();
            at = readWord(line, at, word);
            words.add(word.toString());
        }
        return words;
    }

    private static int endOfLine(String line, int start) {
        int at = start;
        while (at < line.length() && line.charAt(at) != '\n' && line.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /// @param word modified: gets the word's characters
    /// @return where the word ends
    private static int readWord(String line, int start, StringBuilder word) {
        int at = start;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char c = line.charAt(at);
            if (c == '\'' || c == '"') {
                at = readQuoted(line, at, word);
            } else if (c == '\\' && at + 1 < line.length()) {
                word.append(line.charAt(at + 1));
                at += 2;
            } else {
                word.append(c);
                at++;
            }
        }
        return at;
    }

    private static int readQuoted(String line, int start, StringBuilder word) {
        char mark = line.charAt(start);
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != mark) {
            boolean escaped =
                    mark == '"'
                            && line.charAt(at) == '\\'
                            && at + 1 < line.length()
                            && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
            at += escaped ? 1 : 0;
            word.append(line.charAt(at));
            at++;
        }
        if (at == line.length()) {
            throw new Refusal(
                    "the quotation mark before %s is not closed"
                            .formatted(Quoted.value(line.substring(start + 1))));
        }
        return at + 1;
    }

    /// The inverse of [#split] for one word.
    public static String quote(String word) {
        boolean plain =
                !word.isEmpty()
                        && word.chars()
                                .allMatch(
                                        c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
