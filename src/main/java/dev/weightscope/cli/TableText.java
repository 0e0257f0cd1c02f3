package dev.weightscope.cli;

import dev.weightscope.export.AnswerCsv;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Table;
import dev.weightscope.memory.MemoryNeed;
import java.util.function.Supplier;

/// Tables as text, which may be more than there is room for.
final class TableText {
    /// In a text, with what grows it and what copies it.
    private static final int BYTES_OF_A_NUMBER = 32;

    /// The experiment and the settings, on every line.
    private static final int BYTES_OF_A_QUESTION = 1000;

    private TableText() {}

    /// An answer's table with commas.
    static <S, A> String csv(Answered<S, A> answered) {
        return csv(answered, answered.lab().table(answered.answer()));
    }

    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    static String csv(Answered<?, ?> answered, Table<?> table) {
        return within(table, () -> AnswerCsv.format(answered, table));
    }

    /// @param format makes a text that has about the table's numbers in it
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    static String within(Table<?> table, Supplier<String> format) {
        long bytesOfARow = (long) BYTES_OF_A_NUMBER * table.columns().size() + BYTES_OF_A_QUESTION;
        return new MemoryNeed(
                        "the table",
                        bytesOfARow * table.rows().size(),
                        "fewer bins, fewer layers or fewer draws")
                .use(format);
    }
}
