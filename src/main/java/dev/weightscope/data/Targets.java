package dev.weightscope.data;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TargetChoice;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Which column of a table is its target.
final class Targets {
    private static final Set<String> LABELS = Set.of("target", "label", "class");

    /// Longer names stand for themselves by their numbers.
    private static final int LONGEST_KEY = 100;

    private Targets() {}

    /// Counted from 0; empty where no column is.
    ///
    /// @throws Refusal if the table has none of this name
    static OptionalInt find(String source, TableForm form, TargetChoice choice) {
        return switch (choice) {
            case TargetChoice.None _ -> OptionalInt.empty();
            case TargetChoice.Last _ -> OptionalInt.of(form.names().size() - 1);
            case TargetChoice.Guessed _ -> labelled(form);
            case TargetChoice.Named(String name) -> OptionalInt.of(column(source, form, name));
        };
    }

    private static OptionalInt labelled(TableForm form) {
        return IntStream.range(0, form.names().size())
                .filter(each -> LABELS.contains(form.names().get(each).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Whether a column is, or could be where none is called so.
    static boolean mayBe(int column, TableForm form, TargetChoice choice) {
        return switch (choice) {
            case TargetChoice.None _ -> false;
            case TargetChoice.Last _ -> column == form.names().size() - 1;
            case TargetChoice.Guessed _ -> column == labelled(form).orElse(form.names().size() - 1);
            case TargetChoice.Named(String name) -> index(form, name).orElse(-1) == column;
        };
    }

    /// The column of a name, or of a number counted from 1.
    ///
    /// @throws Refusal naming the columns there are
    static int column(String source, TableForm form, String name) {
        return index(form, name)
                .orElseThrow(() ->
                        new Refusal(
                                "%s has no column %s; there are: %s"
                                        .formatted(
                                                Quoted.path(source),
                                                Quoted.of(name),
                                                Quoted.value(
                                                        String.join(
                                                                ", ",
                                                                IntStream.range(
                                                                                0,
                                                                                Math.min(
                                                                                        20,
                                                                                        form.names()
                                                                                                .size()))
                                                                        .mapToObj(form::name)
                                                                        .toList())))));
    }

    /// What stands for a column by its number, among others that may have numbers for names.
    static String number(TableForm form, int column) {
        String number = String.valueOf(column + 1);
        return index(form, number).orElse(-1) == column ? number : "column " + number;
    }

    /// As [#column]; empty if there is none.
    static OptionalInt index(TableForm form, String name) {
        int named = form.names().indexOf(name.strip());
        if (named >= 0) {
            return OptionalInt.of(named);
        }
        String digits = name.strip().replaceFirst("^column ", "");
        if (digits.matches("\\d{1,5}")) {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= form.names().size()) {
                return OptionalInt.of(number - 1);
            }
        }
        return OptionalInt.empty();
    }

    /// What names a column whatever the others are called.
    static String key(TableForm form, int column) {
        String name = form.names().get(column);
        boolean isOwn =
                !name.isEmpty()
                        && name.length() <= LONGEST_KEY
                        && form.names().indexOf(name) == column
                        && TargetChoice.parse(name) instanceof TargetChoice.Named;
        return isOwn ? name : number(form, column);
    }
}
