package dev.weightscope.data;

import dev.weightscope.model.TargetChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The names of a table's columns, to be looked up: there may be thousands, and thousands asked
/// for.
final class ColumnNames {
    /// Longer names stand for themselves by their numbers.
    private static final int LONGEST_KEY = 100;

    private final List<String> names;
    private final Map<String, Integer> first = new HashMap<>();

    ColumnNames(TableForm form) {
        names = form.names();
        for (int column = 0; column < names.size(); column++) {
            first.putIfAbsent(names.get(column), column);
        }
    }

    /// The first column of a name, or that of a number counted from 1; empty if there is none.
    OptionalInt index(String name) {
        Integer named = first.get(name.strip());
        if (named != null) {
            return OptionalInt.of(named);
        }
        String digits = name.strip().replaceFirst("^column ", "");
        if (digits.matches("\\d{1,5}")) {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= names.size()) {
                return OptionalInt.of(number - 1);
            }
        }
        return OptionalInt.empty();
    }

    /// What names a column whatever the others are called: its name, or its number where the name
    /// is none or another column's.
    String key(int column) {
        String name = names.get(column);
        boolean isOwn =
                !name.isEmpty()
                        && name.length() <= LONGEST_KEY
                        && index(name).orElse(-1) == column
                        && TargetChoice.parse(name) instanceof TargetChoice.Named;
        if (isOwn) {
            return name;
        }
        String number = String.valueOf(column + 1);
        return index(number).orElse(-1) == column ? number : "column " + number;
    }
}
