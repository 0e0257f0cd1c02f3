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

    private Targets() {}

    /// Counted from 0; empty where no column is.
    ///
    /// @throws Refusal if the table has none of this name
    static OptionalInt find(String source, TableForm form, TargetChoice choice) {
        return switch (choice) {
            case TargetChoice.None _ -> OptionalInt.empty();
            case TargetChoice.Last _ -> OptionalInt.of(form.names().size() - 1);
            case TargetChoice.Guessed _ -> labelled(form);
            case TargetChoice.Named(String name) ->
                    OptionalInt.of(column(source, form, new ColumnNames(form), name));
        };
    }

    private static OptionalInt labelled(TableForm form) {
        return IntStream.range(0, form.names().size())
                .filter(each -> LABELS.contains(form.names().get(each).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The column that is, or could be where none is called so; −1 where none could.
    static int possible(TableForm form, TargetChoice choice) {
        int last = form.names().size() - 1;
        return switch (choice) {
            case TargetChoice.None _ -> -1;
            case TargetChoice.Last _ -> last;
            case TargetChoice.Guessed _ -> labelled(form).orElse(last);
            case TargetChoice.Named(String name) -> new ColumnNames(form).index(name).orElse(-1);
        };
    }

    /// The column of a name, or of a number counted from 1.
    ///
    /// @throws Refusal naming the columns there are
    static int column(String source, TableForm form, ColumnNames names, String name) {
        return names.index(name)
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
}
