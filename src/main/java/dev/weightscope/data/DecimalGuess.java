package dev.weightscope.data;

import dev.weightscope.model.DecimalMark;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which mark stands before the decimals of a file.
///
/// @param isComma whether a comma does
/// @param isCertain whether anything in the file, or a person, says so
record DecimalGuess(boolean isComma, boolean isCertain) {
    /// One mark is believed if the other is this much rarer.
    private static final int OVERWHELMING = 9;

    /// @param rows without a header
    /// @throws Refusal if the rows show both, or one that could be either
    static DecimalGuess of(String source, List<Line> rows, DecimalMark asked) {
        if (asked != DecimalMark.AUTO) {
            return new DecimalGuess(asked == DecimalMark.COMMA, true);
        }
        Map<DecimalEvidence, Integer> counts = new EnumMap<>(DecimalEvidence.class);
        Map<DecimalEvidence, String> first = new EnumMap<>(DecimalEvidence.class);
        for (Line row : rows) {
            for (int column = 0; column < row.size(); column++) {
                DecimalEvidence evidence = DecimalEvidence.of(row.value(column));
                counts.merge(evidence, 1, Integer::sum);
                if (!first.containsKey(evidence)) {
                    first.put(evidence, row.at(column, ""));
                }
            }
        }
        int commas = counts.getOrDefault(DecimalEvidence.COMMA, 0);
        int points = counts.getOrDefault(DecimalEvidence.POINT, 0);
        String either = first.get(DecimalEvidence.EITHER);
        if (commas == 0 && points == 0) {
            if (either != null) {
                throw either(source, either);
            }
            return new DecimalGuess(false, false);
        }
        if (commas > OVERWHELMING * points || points > OVERWHELMING * commas) {
            return new DecimalGuess(commas > points, true);
        }
        throw new ReadingRefusal(
                "%s has decimal commas (%s) and decimal points (%s)"
                        .formatted(
                                Quoted.path(source),
                                first.get(DecimalEvidence.COMMA),
                                first.get(DecimalEvidence.POINT)),
                "say --decimal comma or --decimal point",
                Remedy.DECIMALS);
    }

    /// @param place `line 4, column 3: "1,234"`
    static Refusal either(String source, String place) {
        return new ReadingRefusal(
                "%s %s has a comma that could group thousands or stand before decimals"
                        .formatted(Quoted.path(source), place),
                "say --decimal point or --decimal comma",
                Remedy.DECIMALS);
    }
}
