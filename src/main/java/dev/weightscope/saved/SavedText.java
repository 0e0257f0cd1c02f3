package dev.weightscope.saved;

import dev.weightscope.model.Refusal;
import dev.weightscope.option.Words;
import dev.weightscope.saved.SavedSession.Scope;
import dev.weightscope.session.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The text form of a [SavedSession], to be edited by hand: a line that starts with `#` is a note.
final class SavedText {
    private static final String FIRST_WORD = "weightscope-experiment";
    private static final String FIRST_LINE = FIRST_WORD + " 2";
    private static final String OLD_FIRST_LINE = FIRST_WORD + " 1";
    private static final String VIEW = "view";
    private static final String LAB = "lab";
    private static final int MOST_PINS = Pins.MAX + Pins.MOST_LOST;
    private static final int MOST_LABS = 100;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SavedText() {}

    static String format(SavedSession session) {
        if (session.scope() == Scope.SETTING) {
            return String.join(" ", session.experiment().lines().toList());
        }
        List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
        session.experiment().lines().forEach(lines::add);
        session.pins().forEach(pin -> lines.add(pin.format()));
        lines.addAll(session.lost());
        session.labs().forEach((lab, options) -> lines.add(line(LAB, lab, options)));
        if (!session.view().isEmpty()) {
            StringBuilder view = new StringBuilder(VIEW);
            session.view()
                    .forEach((key, value) ->
                            view.append(' ').append(Words.quote(key + "=" + value)));
            lines.add(view.toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String word, String lab, String options) {
        return (word + " " + lab + " " + options).strip();
    }

    static SavedSession parse(String source, String text) {
        String plain =
                !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        List<String> lines = plain.lines().map(String::strip).toList();
        int notes = (int) lines.stream().takeWhile(SavedText::saysNothing).count();
        String first = notes == lines.size() ? "" : lines.get(notes);
        // The text inside a picture of version 0.1.0 has no first line of its own.
        boolean isBare = first.startsWith("--");
        if (!isBare && !first.equals(FIRST_LINE) && !first.equals(OLD_FIRST_LINE)) {
            throw new Refusal(
                    first.matches(FIRST_WORD + " \\d{1,9}")
                            ? "%s was saved by a newer version of WeightScope".formatted(source)
                            : "%s holds no experiment: its first line would be \"%s\""
                                    .formatted(source, FIRST_LINE));
        }
        Scope scope = first.equals(FIRST_LINE) ? Scope.SESSION : Scope.SETTING;
        return parse(source, scope, lines, isBare ? notes : notes + 1);
    }

    /// @param begin how many lines stand before the first that says something
    private static SavedSession parse(String source, Scope scope, List<String> lines, int begin) {
        List<String> experiment = new ArrayList<>();
        List<SavedPin> pins = new ArrayList<>();
        SequencedMap<String, String> view = new TreeMap<>();
        SequencedMap<String, String> labs = new TreeMap<>();
        for (int at = begin; at < lines.size(); at++) {
            String line = lines.get(at);
            if (saysNothing(line)) {
                continue;
            }
            try {
                switch (line.split("\\s+", 2)[0]) {
                    case SavedPin.WORD -> {
                        requireFewer(MOST_PINS, pins.size(), "pins");
                        pins.add(SavedPin.parse(line));
                    }
                    case VIEW -> readView(line, view);
                    case LAB -> {
                        requireFewer(MOST_LABS, labs.size(), "labs");
                        readLab(line, labs);
                    }
                    default -> experiment.add(line);
                }
            } catch (Refusal refusal) {
                throw new Refusal("%s line %d: %s".formatted(source, at + 1, refusal.getMessage()));
            }
        }
        boolean isMore = !pins.isEmpty() || !view.isEmpty() || !labs.isEmpty();
        return new SavedSession(
                isMore ? Scope.SESSION : scope,
                String.join("\n", experiment),
                pins,
                List.of(),
                view,
                labs);
    }

    private static void requireFewer(int most, int count, String what) {
        if (count == most) {
            throw new Refusal("a session has at most %d %s".formatted(most, what));
        }
    }

    private static boolean saysNothing(String line) {
        return line.isEmpty() || line.startsWith("#");
    }

    private static void readView(String line, SequencedMap<String, String> view) {
        for (String word : Words.split(line)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                view.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
    }

    private static void readLab(String line, SequencedMap<String, String> labs) {
        String[] words = line.split("\\s+", 3);
        if (words.length < 2) {
            throw new Refusal("\"lab\" needs a lab's name after it: lab signal");
        }
        labs.put(words[1], words.length > 2 ? words[2] : "");
    }
}
