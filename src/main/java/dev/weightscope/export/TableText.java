package dev.weightscope.export;

import dev.weightscope.lab.Named;
import dev.weightscope.lab.Table;
import dev.weightscope.memory.MemoryNeed;
import java.util.List;
import java.util.function.Supplier;

/// Tables as text, which may be more than there is room for.
public final class TableText {
    /// In a text, with what grows it and what copies it.
    private static final int BYTES_OF_A_NUMBER = 32;

    /// The experiment and the settings, on every line.
    private static final int BYTES_OF_A_QUESTION = 1000;

    private TableText() {}

    /// @param answers whose tables' numbers are in the text
    /// @param format makes the text
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    public static <S, A> String within(List<Named<S, A>> answers, Supplier<String> format) {
        return within(answers.stream().mapToLong(each -> bytes(each.table())).sum(), format);
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
