package dev.weightscope.data;

import dev.weightscope.model.DecimalMark;
import dev.weightscope.model.HeaderLine;
import dev.weightscope.model.Separator;

/// How a table stands in its file: found there, or said by a person.
///
/// @param separator never [Separator#AUTO]
/// @param decimal never [DecimalMark#AUTO]
/// @param header never [HeaderLine#AUTO]
public record FoundForm(Separator separator, DecimalMark decimal, HeaderLine header) {
    static FoundForm of(TableForm form) {
        return new FoundForm(
                form.lines().separator(),
                form.decimal().isComma() ? DecimalMark.COMMA : DecimalMark.POINT,
                form.hasHeader() ? HeaderLine.YES : HeaderLine.NO);
    }
}
