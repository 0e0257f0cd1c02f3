package dev.weightscope.data;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Separator;
import java.util.List;
import java.util.OptionalInt;

/// Where the numbers of a data set stand, for who reads them by other means than the program's.
///
/// @param source one of [DataTables#keys], or a file
/// @param reading how it is read
/// @param rows that are learnt from
/// @param inputs the columns that are features, counted from 0
/// @param target the column that is learnt, counted from 0
/// @param columns how many there are
/// @param classes the labels of the classes, in order; empty where a number is learnt
/// @param areWords whether the labels are words and not numbers
/// @param form of the text; of a data set that is drawn, one that nobody reads
public record DataOutline(
        String source,
        DataReading reading,
        int rows,
        List<Integer> inputs,
        int target,
        int columns,
        List<String> classes,
        boolean areWords,
        TextForm form) {
    /// How a table stands in its text.
    ///
    /// @param separator never [Separator#AUTO]
    /// @param isCommaDecimal whether a comma stands before decimals
    /// @param linesBefore lines of notes before the table
    /// @param rowsBefore rows of names and units before the numbers
    /// @param encoding `Latin-1`; empty for UTF-8
    public record TextForm(
            Separator separator,
            char quote,
            boolean isCommaDecimal,
            int linesBefore,
            int rowsBefore,
            String encoding) {
        private static final TextForm NONE = new TextForm(Separator.COMMA, '"', false, 0, 0, "");
    }

    public DataOutline {
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
    }

    static DataOutline drawn(String source, DataReading reading) {
        return new DataOutline(
                source,
                reading,
                reading.drawn().points(),
                List.of(0, 1),
                2,
                3,
                List.of("0", "1"),
                false,
                TextForm.NONE);
    }

    /// @throws dev.weightscope.model.Refusal as [Learnable#of]
    static DataOutline of(ParsedTable table, DataReading reading, Cancellation cancellation) {
        Dataset data = Learnable.of(table, reading, cancellation);
        int target = Learnable.target(table, reading.target());
        TableForm form = table.form();
        return new DataOutline(
                table.source(),
                reading,
                data.table().rows(),
                ChosenColumns.of(table, reading, OptionalInt.of(target)).inputs(),
                target,
                table.columns().size(),
                switch (data.target()) {
                    case Dataset.Target.Classes(var labels, _) -> labels;
                    case Dataset.Target.Values _ -> List.of();
                },
                table.columns().get(target).type() != ColumnType.NUMBERS,
                new TextForm(
                        form.lines().separator(),
                        form.lines().quote(),
                        form.decimal().isComma(),
                        (int) form.lines().before(),
                        form.skipped(),
                        table.encoding()));
    }
}
