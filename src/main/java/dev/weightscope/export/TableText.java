package dev.weightscope.export;

import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Table;
import dev.weightscope.memory.MemoryNeed;
import java.util.function.Supplier;

/// Tables as text, which may be more than there is room for.
public final class TableText {
    /// In a text, with what grows it and what copies it.
    private static final int BYTES_OF_A_NUMBER = 32;

    /// The experiment and the settings, on every line.
    private static final int BYTES_OF_A_QUESTION = 1000;

    private TableText() {}

    /// An answer's table with commas.
    ///
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    public static <S, A> String csv(Answered<S, A> answered) {
        return within(answered.lab().table(answered.answer()), () -> AnswerCsv.format(answered));
    }

    /// @param format makes a text that has about the table's numbers in it
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    public static String within(Table<?> table, Supplier<String> format) {
        return within(bytes(table), format);
    }

    static String within(long bytes, Supplier<String> format) {
        return new MemoryNeed("the table", bytes, "fewer bins, fewer layers or fewer draws")
                .use(format);
    }

    static long bytes(Table<?> table) {
        long bytesOfARow = (long) BYTES_OF_A_NUMBER * table.columns().size() + BYTES_OF_A_QUESTION;
        return bytesOfARow * table.rows().size();
    }
}
