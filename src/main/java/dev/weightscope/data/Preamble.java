package dev.weightscope.data;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Separator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in a file before its table: notes, the attributes of an ARFF file, the separator
/// that a spreadsheet names in a line of its own.
///
/// @param length in characters
/// @param lines how many
/// @param notes those among them that begin with `#` or `%`, without that sign
/// @param attributes the columns that an ARFF file declares; empty for other files
/// @param separator what is named
record Preamble(
        int length,
        int lines,
        List<String> notes,
        Optional<List<String>> attributes,
        Separator separator) {
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    // possessive, since others recurse once for each repetition of a group
                    "@attribute\\s+('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
                            + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\\s{]+).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NAMED_SEPARATOR =
            Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /// @throws Refusal if an ARFF file has no data
    static Preamble of(String source, TextHead head) {
        List<String> notes = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        boolean isArff = false;
        int at = 0;
        int lines = 0;
        while (at < head.beginning().length()) {
            int end = head.endOfLine(at);
            String line =
                    head.beginning()
                            .substring(at, end < 0 ? head.beginning().length() : end)
                            .strip();
            String lower = line.toLowerCase(Locale.ROOT);
            if (line.startsWith("#") || line.startsWith("%")) {
                notes.add(line.substring(1).strip());
            } else if (lower.startsWith("@relation")) {
                isArff = true;
            } else if (isArff && lower.startsWith("@data")) {
                int length = end < 0 ? head.beginning().length() : end;
                return new Preamble(
                        length, lines + 1, List.of(), Optional.of(attributes), Separator.AUTO);
            } else if (isArff) {
                Matcher attribute = ATTRIBUTE.matcher(line);
                if (attribute.matches()) {
                    attributes.add(unquoted(attribute.group(1)));
                }
            } else if (lines == 0 && NAMED_SEPARATOR.matcher(line).matches()) {
                return new Preamble(
                        end < 0 ? head.beginning().length() : end,
                        1,
                        List.of(),
                        Optional.empty(),
                        separator(line));
            } else if (!line.isEmpty()) {
                break;
            }
            if (end < 0) {
                at = head.beginning().length();
            } else {
                at = end;
            }
            lines++;
        }
        if (isArff) {
            throw new Refusal(
                    "%s is an ARFF file without a line @data".formatted(Quoted.path(source)));
        }
        return notes.isEmpty()
                ? new Preamble(0, 0, notes, Optional.empty(), Separator.AUTO)
                : new Preamble(at, lines, notes, Optional.empty(), Separator.AUTO);
    }

    private static Separator separator(String line) {
        Matcher named = NAMED_SEPARATOR.matcher(line);
        return Arrays.stream(Separator.values())
                .filter(each -> named.matches() && each.text().equals(named.group(1)))
                .findFirst()
                .orElse(Separator.AUTO);
    }

    private static String unquoted(String name) {
        char first = name.charAt(0);
        return name.length() > 1 && (first == '\'' || first == '"')
                ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
                : name;
    }
}
