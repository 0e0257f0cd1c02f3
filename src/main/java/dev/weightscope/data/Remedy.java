package dev.weightscope.data;

import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DecimalMark;
import dev.weightscope.model.MissingValues;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.TargetChoice;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Another reading that would not be refused for the same reason.
///
/// @param label what it does: `Fill in means`
/// @param change from the reading that was refused
public record Remedy(String label, UnaryOperator<DataReading> change) {
    static final Remedy DROP =
            new Remedy("Leave such rows out", reading -> reading.withMissing(MissingValues.DROP));

    static final Remedy MEAN =
            new Remedy("Fill in means", reading -> reading.withMissing(MissingValues.MEAN));

    static final List<Remedy> DECIMALS =
            List.of(
                    new Remedy("Decimal point", reading -> reading.withDecimal(DecimalMark.POINT)),
                    new Remedy("Decimal comma", reading -> reading.withDecimal(DecimalMark.COMMA)));

    static Remedy withoutColumn(TableForm form, int column) {
        String key = new ColumnNames(form).key(column);
        return new Remedy(
                "Leave %s out".formatted(Quoted.value(form.name(column))),
                reading ->
                        reading.withColumns(
                                new ColumnChoice(
                                        reading.columns().chosen(),
                                        Stream.concat(
                                                        reading.columns().leftOut().stream(),
                                                        Stream.of(key))
                                                .toList())));
    }

    static Remedy learnLast(TableForm form) {
        return new Remedy(
                "Learn " + Quoted.value(form.name(form.names().size() - 1)),
                reading -> reading.withTarget(new TargetChoice.Last()));
    }
}
